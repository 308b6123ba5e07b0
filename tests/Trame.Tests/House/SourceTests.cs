namespace Trame.Tests.House;

/// <summary>What the sources may not contain. Each rule meets a sentence that breaks it and must see it.</summary>
public sealed class SourceTests
{
    [Fact]
    public void Code_keeps_the_house_style() => Repository.CSharp.SelectMany(SourceRules.CSharp).ShouldBeEmpty();

    [Fact]
    public void Projects_say_why_they_silence_a_warning() => Repository.Projects.SelectMany(SourceRules.Project).ShouldBeEmpty();

    [Fact]
    public void Pages_hold_no_inline_style_script_or_sentence() => Repository.Razor.SelectMany(SourceRules.Razor).ShouldBeEmpty();

    [Fact]
    public void Colours_live_in_tokens_and_sheets_load_nothing_from_elsewhere() => Repository.Css.SelectMany(SourceRules.Css).ShouldBeEmpty();

    [Fact]
    public void Scripts_write_no_markup_from_text_and_load_nothing_from_elsewhere() => Repository.JavaScript.SelectMany(SourceRules.Script).ShouldBeEmpty();

    [Fact]
    public void Migrations_come_in_pairs_and_say_why() => SourceRules.Migrations(Repository.Sql).ShouldBeEmpty();

    [Theory]
    [InlineData("namespace Trame.Elsewhere;\npublic sealed class A { }", "in the folder of")]
    [InlineData("namespace Trame.Foundation;\npublic sealed class A { }\npublic sealed record B;", "several public types: A, B")]
    [InlineData("var now = DateTime.Now;", "DateTime.Now")]
    [InlineData("var now = DateTimeOffset.UtcNow;", "DateTimeOffset.UtcNow")]
    [InlineData("var dice = new Random();", "new Random()")]
    [InlineData("var dice = Random.Shared.Next();", "Random.Shared")]
    [InlineData("var id = Guid.NewGuid();", "Guid.NewGuid(")]
    [InlineData("try { } catch (Exception e) { }", "catches everything")]
    [InlineData("try { }\ncatch\n{ }", "catches everything")]
    [InlineData("#pragma warning disable CA1000", "silences a warning")]
    [InlineData("// TODO later", "TODO without its issue")]
    public void A_smell_in_code_is_caught(string code, string caught) =>
        SourceRules.CSharp(new("src/Trame/Foundation/A.cs", code)).ShouldContain(b => b.What.Contains(caught, StringComparison.Ordinal));

    [Theory]
    [InlineData("var text = \"DateTime.Now\"; // DateTime.Now")]
    [InlineData("var text = $\"{(a ? \"Random.Shared\" : \"\")} Guid.NewGuid()\";")]
    [InlineData("var text = \"\"\"\n  Guid.NewGuid()\n  \"\"\";")]
    [InlineData("var text = @\"a \"\"Guid.NewGuid()\"\" b\"; var quote = '\"';")]
    [InlineData("var dice = new Random(seed);")]
    [InlineData("catch (Exception e) when (e is IOException) { }")]
    [InlineData("// the page of errors must answer whatever broke\ncatch (Exception e) { }")]
    public void What_is_only_said_or_explained_is_left_alone(string code) => SourceRules.CSharp(new("src/Trame/Foundation/A.cs", code)).ShouldBeEmpty();

    [Fact]
    public void A_long_file_without_its_reason_is_caught()
    {
        var lines = string.Concat(Enumerable.Repeat("\n", SourceRules.LongFile));
        SourceRules.CSharp(new("src/Trame/Foundation/A.cs", lines)).ShouldHaveSingleItem();
        SourceRules.CSharp(new("src/Trame/Foundation/A.cs", "// Long: one table, read top to bottom." + lines)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<p style=\"color:red\">", "a style inside")]
    [InlineData("<script>alert(1)</script>", "a script inside")]
    [InlineData("<a href=\"javascript:void 0\">", "a script inside")]
    [InlineData("<button onclick=\"go()\">", "inline handler")]
    [InlineData("<img src=\"https://example.org/a.png\">", "another site")]
    [InlineData("<link rel=\"stylesheet\" href=\"https://example.org/a.css\">", "another site")]
    [InlineData("<p>Réservé</p>", "a sentence in the page")]
    public void A_smell_in_a_page_is_caught(string page, string caught) =>
        SourceRules.Razor(new("src/Trame/A.cshtml", page)).ShouldContain(b => b.What.Contains(caught, StringComparison.Ordinal));

    [Fact]
    public void A_page_may_link_to_another_site_and_explain_itself() =>
        SourceRules.Razor(new("src/Trame/A.cshtml", "@* Réservé : style= *@<a href=\"https://example.org\">x</a><script src=\"/js/main.mjs\" type=\"module\"></script>")).ShouldBeEmpty();

    [Fact]
    public void A_colour_or_a_foreign_sheet_in_css_is_caught()
    {
        SourceRules.Css(new("src/Trame/wwwroot/css/a.css", ".a { color: #fff; }\n#contenu { margin: 0; } /* #123 */")).ShouldHaveSingleItem().Where.ShouldBe("src/Trame/wwwroot/css/a.css:1");
        SourceRules.Css(new("src/Trame/wwwroot/css/a.css", "@import url(https://example.org/a.css);")).ShouldNotBeEmpty();
        SourceRules.Css(new("src/Trame/wwwroot/css/tokens.css", ":root { --ink: #1b2540; }")).ShouldBeEmpty();
    }

    [Fact]
    public void Markup_written_from_text_is_caught() => SourceRules.Script(new("src/Trame/wwwroot/js/a.mjs", "panel.innerHTML = name")).ShouldNotBeEmpty();

    [Fact]
    public void A_project_that_silences_without_a_word_is_caught()
    {
        SourceRules.Project(new("a.csproj", "<NoWarn>CA1707</NoWarn>")).ShouldNotBeEmpty();
        SourceRules.Project(new("a.csproj", "<NoWarn>CA1707</NoWarn> <!-- a test's name is a sentence -->")).ShouldBeEmpty();
    }

    [Fact]
    public void A_migration_alone_or_without_a_reason_is_caught()
    {
        var caught = SourceRules.Migrations([new("Sqlite/0002_a.sql", "-- why"), new("Postgres/0002_a.sql", "CREATE"), new("Sqlite/0003_b.sql", "-- why"), new("Sqlite/0002_c.sql", "-- why")]).ToList();
        caught.ShouldContain(b => b.Where == "Postgres/0002_a.sql");
        caught.ShouldContain(b => b.Where == "0003_b.sql");
        caught.ShouldContain(b => b.Where == "0002");
    }
}
