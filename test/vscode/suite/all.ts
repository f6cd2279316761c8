import "./differences.test.ts";
import "./extension.test.ts";
import "./language.test.ts";
import "./proofs.test.ts";
import "./workspace.test.ts";
