import "./extension.test.ts";
import "./language.test.ts";
import "./workspace.test.ts";
