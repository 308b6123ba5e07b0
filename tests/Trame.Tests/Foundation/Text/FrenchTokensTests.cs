using FsCheck;
using FsCheck.Fluent;
using Trame.Foundation.Text;

namespace Trame.Tests.Foundation.Text;

public sealed class FrenchTokensTests
{
    [Theory]
    [InlineData("L'atelier d'Yzeure", "atelier yzeure")]
    [InlineData("L’Œuvre du Pré-Bercy", "oeuvre du pre bercy")]
    [InlineData("Aujourd'hui, jusqu’à 18h30 !", "aujourdhui a 18h30")]
    [InlineData("Presqu'île, rendez-vous, O'Brien", "presqu ile rendez vous o brien")]
    [InlineData("LORSQU'ELLE qu'on", "elle on")]
    [InlineData("Noe\u0308l e\u0301te\u0301", "noel ete")]
    [InlineData("ﬁlm Ａｂ Straße Þór", "film ab strasse thor")]
    [InlineData("l' '' - ", "l")]
    [InlineData("", "")]
    public void Words_are_folded_and_split(string text, string expected) => string.Join(' ', FrenchTokens.Tokens(text)).ShouldBe(expected);

    [Theory]
    [InlineData("gouter", "Un goûter le mercredi")]
    [InlineData("goût", "Un goûter le mercredi")]
    [InlineData("jard", "Les jardins")]
    [InlineData("jardins", "Un jardin")]
    [InlineData("jardin", "Les jardins partagés")]
    [InlineData("JARDIN PARTAGÉ", "Des jardins partagés")]
    [InlineData("chevaux", "Un cheval")]
    [InlineData("cheval", "Des chevaux")]
    [InlineData("travaux", "au travail")]
    [InlineData("gateau", "Vente de gâteaux")]
    [InlineData("\"jardins partagés\"", "Nos jardins partagés et ouverts")]
    [InlineData("« pré bercy »", "Jardin du Pré-Bercy")]
    [InlineData("la", "la fanfare")]
    [InlineData("le jardin", "jardin")]
    [InlineData("jardin -compost", "jardin de fleurs")]
    [InlineData("atelier", "l'atelier")]
    [InlineData("oeuvre", "Hors-d’œuvre")]
    public void Found(string typed, string text) => FrenchTokens.Query(typed).Matches(FrenchTokens.Index(text)).ShouldBeTrue();

    [Theory]
    [InlineData("jardinier", "Un jardin")]
    [InlineData("cours", "la cour")]
    [InlineData("mois", "chez moi")]
    [InlineData("jardin velo", "Un jardin")]
    [InlineData("\"partagés jardins\"", "Nos jardins partagés")]
    [InlineData("jardin -composts", "jardin avec compost")]
    [InlineData("\"jardin\" zoo", "jardin")]
    public void Not_found(string typed, string text) => FrenchTokens.Query(typed).Matches(FrenchTokens.Index(text)).ShouldBeFalse();

    [Fact]
    public void Stop_words_go_only_when_other_words_remain()
    {
        FrenchTokens.Query("le café de la gare").Required.Select(term => term.Folded).ShouldBe(["cafe", "gare"]);
        FrenchTokens.Query("le la").Required.Select(term => term.Folded).ShouldBe(["le", "la"]);
        FrenchTokens.Query("  ").IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_hostile_question_is_bounded()
    {
        var query = FrenchTokens.Query(string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"mot{i}")) + new string('x', 1_000_000));
        query.Required.Count.ShouldBe(SearchQuery.MostTerms);
        FrenchTokens.Query(new string('a', 100_000)).Required.Single().Folded.Length.ShouldBe(FrenchTokens.LongestToken);
        var mixed = FrenchTokens.Query(string.Concat(Enumerable.Repeat("\"a b\" -c d ", 500)));
        (mixed.Required.Count + mixed.Excluded.Count + mixed.Phrases.Sum(phrase => phrase.Count)).ShouldBeLessThanOrEqualTo(SearchQuery.MostTerms);
    }

    [Fact]
    public void A_word_too_long_is_found_by_itself() =>
        FrenchTokens.Query(new string('a', 200)).Matches(FrenchTokens.Index(new string('a', 200))).ShouldBeTrue();

    [Fact]
    public void Tokens_of_tokens_are_the_same() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        var once = FrenchTokens.Tokens(text ?? "");
        return FrenchTokens.Tokens(string.Join(' ', once)).SequenceEqual(once);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_single_character_folds_once_and_for_all()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var once = string.Join(' ', FrenchTokens.Tokens(((char)code).ToString()));
            string.Join(' ', FrenchTokens.Tokens(once)).ShouldBe(once, $"U+{code:X4}");
        }
    }

    [Fact]
    public void A_question_finds_the_text_it_was_copied_from() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        var first = FrenchTokens.Tokens(text ?? "").FirstOrDefault();
        return first is null || FrenchTokens.Query(first).Matches(FrenchTokens.Index(text!));
    }).QuickCheckThrowOnFailure();
}
