using Trame.Registers.Sources;

namespace Trame.Tests.Registers.Sources;

public sealed class MatchPlacesTests
{
    private static readonly PlaceCard Recyclerie = new("1", "Recyclerie du Vieux Moulin") { Address = "12 avenue des Lilas", Area = "yzeure", Phone = "04 70 31 41 59", Latitude = 46.566, Longitude = 3.354 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void On_made_up_lists_whose_truth_is_known_it_is_precise_and_misses_little(int seed)
    {
        var lists = new Duplicates(seed, 4_000);
        var match = new MatchPlaces(lists.Known);
        var (right, wrong, missed, known) = (0, 0, 0, 0);
        foreach (var (card, truth) in lists.Asked)
        {
            var best = match.Of(card, most: 1);
            var said = best is [{ Likeness: >= Resemblance.Sure } sure] ? sure.Key : null;
            if (truth is not null) known++;
            if (said is not null && said == truth) right++;
            if (said is not null && said != truth) wrong++;
            if (truth is not null && said != truth) missed++;
        }

        var (precision, recall) = ((double)right / (right + wrong), (double)(known - missed) / known);
        TestContext.Current.TestOutputHelper?.WriteLine($"precision {precision:0.0000}, recall {recall:0.0000}, {known} known of {lists.Asked.Count}");
        precision.ShouldBeGreaterThanOrEqualTo(0.98, $"recall {recall:0.0000}");
        recall.ShouldBeGreaterThanOrEqualTo(0.95, $"precision {precision:0.0000}");
    }

    [Fact]
    public void What_was_compared_is_told_with_the_answer()
    {
        var found = new MatchPlaces([Recyclerie]).Of(Recyclerie with { Key = "2", Name = "La recyclerie vieux moulin", Phone = "+33 4 70 31 41 59", Address = "12 av. des lilas" }).ShouldHaveSingleItem();
        found.Likeness.ShouldBeGreaterThan(Resemblance.Sure);
        found.Parts.Select(p => p.What).ShouldBe(["name", "address", "phone", "distance"]);
        found.Parts.Single(p => p.What == "distance").Metres.ShouldBe(0);
    }

    [Theory]
    [InlineData("Café des sports", "12 avenue des Lilas", "yzeure", "", 46.566)] // the neighbour in the same house
    [InlineData("Recyclerie du Vieux Moulin", "3 rue Haute", "ailleurs", "", 47.5)] // the same name a hundred kilometres away
    [InlineData("", "", "", "", null)]
    public void Another_place_is_not_taken_for_it(string name, string address, string area, string phone, double? latitude) =>
        new MatchPlaces([Recyclerie]).Of(new PlaceCard("2", name) { Address = address, Area = area, Phone = phone, Latitude = latitude, Longitude = latitude is null ? null : 3.354 }).ShouldNotContain(r => r.Likeness >= Resemblance.Sure);

    [Fact]
    public void A_telephone_that_a_whole_house_shares_speaks_for_nobody()
    {
        var house = Enumerable.Range(0, 10).Select(i => Recyclerie with { Key = $"{i}", Name = $"Association numéro {(char)('a' + i)}{(char)('a' + i)}{(char)('a' + i)}{(char)('a' + i)}" }).ToList();
        new MatchPlaces(house).Of(Recyclerie with { Key = "x", Name = "Club de tarot" }).ShouldNotContain(r => r.Likeness >= Resemblance.Sure);
    }

    [Fact]
    public void Hostile_cards_cost_little_and_the_answer_does_not_depend_on_the_order()
    {
        var cards = Enumerable.Range(0, 500).Select(i => new PlaceCard($"{i}", i % 2 == 0 ? new string('x', 5_000) : "Salle polyvalente") { Latitude = double.NaN, Longitude = i % 3 == 0 ? null : 500, Phone = "+", Siret = "1" }).ToList();
        var asked = new PlaceCard("?", "Salle polyvalente") { Latitude = 46, Longitude = 3 };
        var one = new MatchPlaces(cards).Of(asked);
        new MatchPlaces(cards).Of(asked).Select(r => r.Key).ShouldBe(one.Select(r => r.Key));
        new MatchPlaces([]).Of(asked).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("MARTHA", "MARHTA", 0.9611)] // Winkler's own examples (1990)
    [InlineData("DWAYNE", "DUANE", 0.84)]
    [InlineData("DIXON", "DICKSONX", 0.8133)]
    [InlineData("abc", "xyz", 0)]
    [InlineData("", "a", 0)]
    [InlineData("same", "same", 1)]
    public void Words_are_alike_as_Winkler_says(string a, string b, double likeness)
    {
        WordLikeness.OfWords(a, b).ShouldBe(likeness, 5e-5);
        WordLikeness.OfWords(b, a).ShouldBe(likeness, 5e-5);
    }
}
