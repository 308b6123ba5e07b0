using FsCheck;
using FsCheck.Fluent;
using Trame.Act.Dispositifs;

namespace Trame.Tests.Act.Dispositifs;

/// <summary>A file of a dispositif: what is good is read whole, what is wrong is told by line with its remedy.</summary>
public sealed class DispositifFileTests
{
    private const string Small = """
        cle: table-ouverte
        nom: Table ouverte
        resume: Une table où l’on mange ensemble.
        pays: FR
        sources: [{titre: "Nous"}]
        briques: [lieu, moment]
        phases:
          - {cle: essai, nom: Essai, mois: 3, mois-min: 1, pieces: [local]}
          - {cle: rythme, nom: Rythme}
        pieces:
          - {cle: local, nom: Accord pour le local}
        instances:
          - cle: cuisine
            nom: Équipe de cuisine
            total-max: 10
            sieges:
              - {cle: voisins, nom: Voisins, min: 2, max: 6, part-min: 0.5}
              - {cle: mairie, nom: Mairie, min: 1}
        montants:
          - {cle: don, nom: Dons, unite: euros}
        regles:
          - {texte: "Pas plus de mille euros.", somme: [don], max: 1000}
        """;

    private static readonly string[] Shipped = [.. Directory.EnumerateFiles(DispositifShelf.Shipped, "*.yaml").Order(StringComparer.Ordinal)];

    [Fact]
    public void What_is_written_is_read()
    {
        var it = Read(Small);
        (it.Key, it.Name, it.Country, it.Phases.Count, it.Phases[0].Months, it.Phases[0].LeastMonths).ShouldBe(("table-ouverte", "Table ouverte", "FR", 2, 3, 1));
        (it.Bodies[0].Most, it.Bodies[0].Seats[0].Share, it.Bodies[0].Seats[1].Most, it.Rules[0].Most).ShouldBe((10, 0.5, null, 1000m));
        DispositifFile.Keep(DispositifFile.Of(DispositifFile.Keep(it))).ShouldBe(DispositifFile.Keep(it));
    }

    [Fact]
    public void Every_shipped_file_is_good_bears_its_own_name_and_has_a_source()
    {
        Shipped.Length.ShouldBeGreaterThanOrEqualTo(28);
        foreach (var file in Shipped) Read(File.ReadAllText(file)).Key.ShouldBe(Path.GetFileNameWithoutExtension(file));
    }

    // Numbers of the sources (TEF review no. 9, 2010), written here a second time by hand.
    [Fact]
    public void Shipped_files_hold_the_exact_numbers_of_their_source()
    {
        Named("cldi").Bodies.Single().Seats.Select(s => (s.Key, s.Least)).ShouldBe([("habitants", 8), ("commune", 3), ("mission-locale", 1), ("habitat", 2), ("associations", 2), ("cpas", 1), ("region", 2), ("communautes", 0)]);
        Named("cldi").Bodies.Single().Seats.Sum(s => s.Least).ShouldBe(19);
        Named("contrat-de-quartier").Phases.Select(p => (p.Months, p.Extension?.Months)).ShouldBe([(9, null), (48, 24)]);
        Named("contrat-de-quartier").Amounts.Count(a => a.Key.StartsWith("volet-", StringComparison.Ordinal)).ShouldBe(5);
        Named("gem").Rules[0].Most.ShouldBe(75_000m);
        Named("decret-cocof").Rules[0].Within.ShouldBe(["communes", "regionaux"]);
        Named("pcs").Phases[1].Months.ShouldBe(60);
        (Named("ppp").Phases[1].Months, Named("ppp").Phases[1].Extension!.Months).ShouldBe((48, 12));
        Named("roles-sante-mentale").Roles.Count.ShouldBe(7);
        Named("plan-en-cinq-points").Documents.Count(d => d.Key.StartsWith("point-", StringComparison.Ordinal)).ShouldBe(5);
    }

    // What a GEM was reminded never to ask (circular of 30 March 2007): it is written among the refusals, and no file asks for it.
    [Fact]
    public void A_mutual_aid_group_refuses_what_it_was_reminded_to_refuse()
    {
        var gem = Named("gem");
        foreach (var word in (string[])["période d’essai", "médecin", "personne de confiance", "consulter"]) gem.Refusals.ShouldContain(r => r.Contains(word, StringComparison.Ordinal), word);
        foreach (var asked in Shipped.SelectMany(f => Read(File.ReadAllText(f)).Documents)) ((string[])["médecin", "diagnostic médical", "religion", "origine"]).ShouldAllBe(w => !asked.Name.Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_schema_and_the_program_know_the_same_tools()
    {
        using var schema = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(DispositifShelf.Shipped, "schema.json")));
        schema.RootElement.GetProperty("properties").GetProperty("briques").GetProperty("items").GetProperty("enum").EnumerateArray().Select(e => e.GetString()).ShouldBe(Primitive.All.Select(p => p.Key), ignoreOrder: true);
    }

    [Theory]
    [InlineData("pays: FR", "pays: XX", 4, "FR, BE")]
    [InlineData("nom: Table ouverte", "nom: 3", 2, "entre guillemets")]
    [InlineData("resume: Une table où l’on mange ensemble.", "truc: 1", 1, "« resume »")]
    [InlineData("resume: Une table où l’on mange ensemble.", "truc: 1", 3, "« truc »")]
    [InlineData("cle: table-ouverte", "cle: Table Ouverte", 1, "minuscules")]
    [InlineData("mois: 3,", "mois: trois,", 8, "nombre entier")]
    [InlineData("mois: 3,", "mois: 0,", 8, "entre 1 et 240")]
    [InlineData("mois: 3,", "mois: 99999999999999999999,", 8, "nombre entier")]
    [InlineData("[lieu, moment]", "[lieu, 99999999999999999999]", 6, "lieu, moment")]
    [InlineData("max: 1000", "max: -99999999999999999999", 22, "un nombre")]
    [InlineData("pieces: [local]", "pieces: local", 8, "une liste")]
    [InlineData("[local]", "[absente]", 8, "« absente »")]
    [InlineData("mois-min: 1", "mois-min: 4", 8, "au moins 4 mois et au plus 3")]
    [InlineData("cle: rythme", "cle: essai", 9, "sert deux fois")]
    [InlineData("total-max: 10", "total-max: 2", 15, "Voisins (2), Mairie (1)")]
    [InlineData("min: 2, max: 6", "min: 7, max: 6", 17, "Voisins")]
    [InlineData("{cle: mairie, nom: Mairie, min: 1}", "{cle: mairie, nom: Mairie, min: 7}", 17, "ne peut jamais faire 50 %")]
    [InlineData("{cle: mairie, nom: Mairie, min: 1}", "{cle: mairie, nom: Mairie, min: 1, part-min: 0.6}", 16, "dépassent ensemble")]
    [InlineData("somme: [don]", "somme: [vente]", 22, "« vente »")]
    [InlineData(", max: 1000", "", 22, "ni « min » ni « max »")]
    [InlineData("nom: Table ouverte", "nom: Table ouverte\nnom: Autre", 3, "écrit deux fois")]
    [InlineData("nom: Table ouverte", "nom: \"Table ouverte", 2, "YAML")]
    [InlineData("nom: Table ouverte", "nom: &a Table", 2, null)]
    [InlineData("nom: Table ouverte", "nom: *a", 2, "renvois")]
    [InlineData("pays: FR", "pays: FR\nannees: {debut: 2010, fin: 2004}", 5, "avant le début")]
    public void What_is_wrong_is_told_with_its_line_and_its_remedy(string right, string wrong, int line, string? told)
    {
        var (read, faults) = DispositifFile.Read(Small.Replace(right, wrong, StringComparison.Ordinal));
        if (told is null) read.ShouldNotBeNull(); // an anchor that nothing refers to is a word like another
        else faults.ShouldContain(f => f.Line == line && f.Told.Replace('\u00A0', ' ').Replace('\u202F', ' ').Contains(told, StringComparison.Ordinal), string.Join('\n', faults));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# rien")]
    [InlineData("--- \n...\n--- \n")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("{{{{{{{{{{{{{{{{{{{{{{{")]
    [InlineData("? a\n: b\n? [c]\n: d")]
    [InlineData("!!binary x")]
    [InlineData("\0\0\0")]
    [InlineData("a: b: c")]
    [InlineData("- 1\n- 2")]
    public void What_is_no_dispositif_at_all_is_one_sentence(string text) => DispositifFile.Read(text).Faults.ShouldNotBeEmpty();

    [Fact]
    public void A_file_bent_anywhere_never_throws_and_is_never_both_good_and_wrong()
    {
        var bent = from file in Gen.Elements(Shipped.Select(File.ReadAllText).Append(Small).ToArray()) from at in Gen.Choose(0, file.Length - 1) from length in Gen.Choose(0, 12)
                   from piece in Gen.Elements("", "\n", " ", ":", "- ", "{", "]", "\"", "&x ", "*x", "é", "\0", "\uD800", "99999999999999999999", "-1", "~", "%", "!!int x", "|\n", "<<: ")
                   select file[..at] + piece + file[Math.Min(file.Length, at + length)..];
        Prop.ForAll(bent.ToArbitrary(), text =>
        {
            var (read, faults) = DispositifFile.Read(text);
            return (read is null) == (faults.Count > 0) && faults.All(f => f.Line >= 1 && f.Told.Length > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    private static Dispositif Named(string key) => Read(File.ReadAllText(Path.Combine(DispositifShelf.Shipped, $"{key}.yaml")));

    private static Dispositif Read(string text)
    {
        var (read, faults) = DispositifFile.Read(text);
        faults.ShouldBeEmpty(string.Join('\n', faults));
        return read!;
    }
}
