import { formatsTo, staysAsItIs } from "./check.ts";

describe("the formatter keeps comments", () => {
  it("on lines of their own, at the indentation of what follows", () => {
    formatsTo(
      `
      // about the file

            // about the team
      /// doc
      team A {
      // first
          // second
        lead X
           // before the end
      }
      // at the end of the file
      `,
      `
      // about the file

      // about the team
      /// doc
      team A {
        // first
        // second
        lead X
        // before the end
      }
      // at the end of the file
      `,
    );
  });

  it("in and after bodies that hold nothing else", () => {
    formatsTo(
      `
      team A { // opened
      } // closed
      team B {
      // nothing yet
      }
      `,
      `
      team A {  // opened
      }  // closed

      team B {
        // nothing yet
      }
      `,
    );
  });

  it("behind a line, two spaces after it; in one column where neighbours have one", () => {
    formatsTo(
      `
      team A { // the first
        lead X // he
        members Yuki, Zoe     // they
        hours office
        reach via email at "a" // alone

        deputy Y for X // z
        // between
        deputy Z for Y // zz
      }
      `,
      `
      team A {  // the first
        lead    X          // he
        members Yuki, Zoe  // they
        hours   office
        reach   via email at "a"  // alone

        deputy Y for X  // z
        // between
        deputy Z for Y  // zz
      }
      `,
    );
  });

  it("counts Japanese characters as two columns before a comment", () => {
    formatsTo(
      `
      team 営業 {
        title "営業部" // 表示名
        lead Sato // 責任者
      }
      `,
      `
      team 営業 {
        title "営業部"  // 表示名
        lead  Sato      // 責任者
      }
      `,
    );
  });

  it("in the middle of a line, which stays broken there", () => {
    formatsTo(
      `
      team A {
        lead X
        members P, // one
          Q,
          // own line
          R
        hours office
      }
      `,
      `
      team A {
        lead    X
        members P,  // one
            Q,
            // own line
            R
        hours   office
      }
      `,
    );
  });

  it("in heads and conditions", () => {
    formatsTo(
      `
      exception e // one
        to a.b // two
        when tier is gold // three
        and channel is phone
        // four
        {
        by X
      }
      `,
      `
      exception e  // one
          to a.b  // two
          when tier is gold  // three
          and channel is phone
          // four
          {
        by X
      }
      `,
    );
  });

  it("in requests, which then have one field a line", () => {
    formatsTo(
      `
      request a { x: text, // one
        /// two
        y: date // three
        , z: // four
        time
      }
      `,
      `
      request a {
        x: text  // one
        /// two
        y: date  // three
        z:  // four
            time
      }
      `,
    );
  });

  it("in tables", () => {
    formatsTo(
      `
      agreement a between B and C {
        handle h: i {
          table tier // by tier
            , priority -> respond // how fast
            // rows
            gold, urgent -> 1 business hour // first
            silver, any -> 2 business hours // second
            // no more rows
          via email
        }
      }
      `,
      `
      agreement a between B and C {
        handle h: i {
          table tier  // by tier
              , priority -> respond  // how fast
            // rows
            gold, urgent -> 1 business hour   // first
            silver, any  -> 2 business hours  // second
          // no more rows
          via email
        }
      }
      `,
    );
  });

  it("of any look", () => {
    staysAsItIs(`
      //
      //no space
      //// four slashes
      // with "quotes", { braces } and 全角
      channel email
    `);
  });

  it("and turns # into //", () => {
    formatsTo(
      `
      # about
      channel email # here
      `,
      `
      // about
      channel email  // here
      `,
    );
  });
});
