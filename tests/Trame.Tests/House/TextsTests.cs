using System.Text.RegularExpressions;
using Trame.Foundation.Ui;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Foundation.Data;

namespace Trame.Tests.House;

/// <summary>Every sentence exists in both languages, is used, and is typeset as people read it.</summary>
public sealed partial class TextsTests
{
    private static readonly IReadOnlyCollection<string> French = Texts.Keys("fr");
    private static readonly IReadOnlyList<SourceFile> Sources = [.. Repository.CSharp, .. Repository.Razor];

    private static readonly string[] Forms = [".1", "-many"];

    [Fact]
    public void French_and_English_say_the_same_keys()
    {
        French.Count.ShouldBeGreaterThan(100);
        French.Except(Texts.Keys("en")).ShouldBeEmpty();
        Texts.Keys("en").Except(French).ShouldBeEmpty();
    }

    [Fact]
    public void Both_languages_fill_the_same_blanks() =>
        French.Where(k => !Blanks(Texts.In("fr", k)).SetEquals(Blanks(Texts.In("en", k))) || Texts.In("fr", k).Split('|').Length != Texts.In("en", k).Split('|').Length).ShouldBeEmpty();

    [Fact]
    public void No_sentence_is_empty() => Texts.Known.SelectMany(l => Texts.Keys(l).Where(k => string.IsNullOrWhiteSpace(Texts.In(l, k)))).ShouldBeEmpty();

    [Fact]
    public void Every_key_that_is_asked_for_exists() => Sources.SelectMany(TextKeys.Demanded).Where(k => !Texts.Has(k.Key)).ShouldBeEmpty();

    [Fact]
    public void Every_key_composed_from_a_list_exists() => Lists().Where(k => !Texts.Has(k)).ShouldBeEmpty();

    [Fact]
    public void Every_key_is_used()
    {
        var written = Sources.SelectMany(TextKeys.Written).ToHashSet();
        var composed = Sources.SelectMany(TextKeys.Composed).DistinctBy(r => r.ToString()).ToList();
        // A key may have forms of its own for one and for many: they go with it.
        French.Except(written).Except(Lists()).Where(k => !Forms.Any(f => k.EndsWith(f, StringComparison.Ordinal) && written.Contains(k[..^f.Length])) && !composed.Any(r => r.IsMatch(k))).ShouldBeEmpty();
    }

    [Fact]
    public void French_punctuation_is_held_to_its_word() => French.Where(k => FrenchTypography.IsWrong(Texts.In("fr", k))).Select(k => $"{k}: {Texts.In("fr", k)}").ShouldBeEmpty();

    [Theory]
    [InlineData("Pourquoi ?", true)]
    [InlineData("Pourquoi?", true)]
    [InlineData("« Oui »", true)]
    [InlineData("Aide :", true)]
    [InlineData("Pourquoi\u00A0?", false)]
    [InlineData("Pourquoi\u202F?!", false)]
    [InlineData("«\u00A0Oui\u00A0»\u00A0: voir https://trame.example/?a=b", false)]
    [InlineData("Ouvert à 10:30, {0:N1} en moyenne", false)]
    public void A_punctuation_that_can_fall_is_caught(string text, bool wrong) => FrenchTypography.IsWrong(text).ShouldBe(wrong);

    [Theory]
    [InlineData("Texts[\"ui.no-such\"]", "ui.no-such")]
    [InlineData("Texts.Get(\"ui.no-such\", name)", "ui.no-such")]
    [InlineData("Texts.In(\"en\", \"ui.no-such\")", "ui.no-such")]
    [InlineData("new Refusal(\"ui.no-such\")", "ui.no-such")]
    [InlineData("Tell(\"ui.no-such\")", "ui.no-such")]
    [InlineData("<field for=\"Name\" text=\"ui.no-such\" />", "ui.no-such")]
    public void A_key_that_is_asked_for_is_seen(string code, string key) => TextKeys.Demanded(new("a.cs", code)).ShouldHaveSingleItem().Key.ShouldBe(key);

    [Fact]
    public void A_composed_key_covers_what_its_holes_can_say_and_nothing_else()
    {
        var covers = TextKeys.Composed(new("a.cs", "Texts.Get($\"occasions.{list}.{EnumWords.Write(x)}\")")).ShouldHaveSingleItem();
        covers.IsMatch("occasions.cost.free").ShouldBeTrue();
        covers.IsMatch("ui.cost.free").ShouldBeFalse();
        TextKeys.Composed(new("a.cs", "$\"{room}.{key}\"")).ShouldBeEmpty();
    }

    private static HashSet<string> Blanks(string text) => [.. Blank().Matches(text).Select(m => m.Groups[1].Value)];

    // What the screen composes: each list of the house, word by word.
    private static IEnumerable<string> Lists() =>
    [
        .. OccasionField.All.Select(f => $"occasions.field.{f.Key}"),
        .. Vocabulary.Fields.Select(w => $"occasions.fields.{w}"),
        .. Vocabulary.Audiences.Select(w => $"occasions.audiences.{w}"),
        .. Vocabulary.Ties.Select(w => $"occasions.ties.{w}"),
        .. Vocabulary.Access.Select(w => $"occasions.access.{w}"),
        .. Vocabulary.Types.Values.SelectMany(w => w).Select(w => $"occasions.type.{w}"),
        .. EnumWords.Words<Carrier>().Select(w => $"occasions.carrier.{w}"),
        .. EnumWords.Words<Openness>().Select(w => $"occasions.openness.{w}"),
        .. EnumWords.Words<Cost>().Skip(1).Select(w => $"occasions.cost.{w}"),
        .. EnumWords.Words<OccasionStatus>().Select(w => $"occasions.status.{w}"),
        .. EnumWords.Words<OccasionKind>().Select(w => $"occasions.kind.{w}"),
        .. EnumWords.Words<Role>().Select(w => $"roles.{w}"),
        .. ActsOfTheHouse.All.Select(a => $"acts.{a.Key}"),
        .. ActsOfTheHouse.Registered<MenuEntry>().Select(m => $"menu.{m.Key}"),
        .. ActsOfTheHouse.Registered<MenuPage>().Select(p => p.TextKey),
        .. ActsOfTheHouse.Registered<MenuPage>().Select(p => p.Step).Except(ActsOfTheHouse.Registered<MenuEntry>().Select(m => m.Key)).Select(step => $"plan.{step}"),
    ];

    [GeneratedRegex(@"\{(\d+)[^}]*\}")]
    private static partial Regex Blank();
}
