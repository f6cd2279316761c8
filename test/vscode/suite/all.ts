import "./extension.test.ts";
