using FsCheck;
using FsCheck.Fluent;
using Trame.Foundation.Privacy;
using Trame.Foundation.Ui;

namespace Trame.Tests.Foundation.Privacy;

public sealed class FreeTextScanTests
{
    private static readonly FreeTextScan Scan = FreeTextScan.Shipped();

    [Theory]
    [InlineData("rappeler au 06 12 34 56 78 demain", "06 12 34 56 78", ScanCategory.Phone)]
    [InlineData("tel:0612345678", "0612345678", ScanCategory.Phone)]
    [InlineData("04.70.48.00.00", "04.70.48.00.00", ScanCategory.Phone)]
    [InlineData("au +33 (0)6 12 34 56 78.", "+33 (0)6 12 34 56 78", ScanCategory.Phone)]
    [InlineData("gsm 0475 12 34 56", "0475 12 34 56", ScanCategory.Phone)]
    [InlineData("+32 4 223 45 67", "+32 4 223 45 67", ScanCategory.Phone)]
    [InlineData("écrire à marie.d@exemple.fr !", "marie.d@exemple.fr", ScanCategory.Email)]
    [InlineData("NIR 2 55 08 14 168 025 38", "2 55 08 14 168 025 38", ScanCategory.NationalNumber)]
    [InlineData("registre 85.07.30-033.28", "85.07.30-033.28", ScanCategory.NationalNumber)]
    [InlineData("IBAN FR14 2004 1010 0505 0001 3M02 606", "FR14 2004 1010 0505 0001 3M02 606", ScanCategory.BankAccount)]
    [InlineData("BE68539007547034", "BE68539007547034", ScanCategory.BankAccount)]
    [InlineData("Née le 12/03/1958 à Vichy", "Née le 12/03/1958", ScanCategory.BirthDate)]
    [InlineData("date de naissance : 12 mars 1958", "date de naissance : 12 mars 1958", ScanCategory.BirthDate)]
    [InlineData("elle est DÉPRESSIVE depuis", "DÉPRESSIVE", ScanCategory.Health)]
    [InlineData("ils sont diabetiques", "diabetiques", ScanCategory.Health)]
    [InlineData("il a fait une tentative de suicide", "tentative de suicide", ScanCategory.Health)]
    [InlineData("famille musulmane", "musulmane", ScanCategory.Religion)]
    [InlineData("un demandeur d’asile", "demandeur d’asile", ScanCategory.Origin)]
    [InlineData("il est syndiqué", "syndiqué", ScanCategory.Belonging)]
    [InlineData("she is a wheelchair user", "wheelchair", ScanCategory.Health)]
    public void Found(string text, string passage, ScanCategory category)
    {
        var finding = Scan.Scan(text).ShouldHaveSingleItem();
        (text.Substring(finding.Start, finding.Length), finding.Category).ShouldBe((passage, category));
        Texts.Has(finding.TextKey).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Maison de santé pluriprofessionnelle, salle paroissiale à l'étage")]
    [InlineData("Permanence de l'assurance maladie, toilettes handicapés")]
    [InlineData("Lieu accessible en fauteuil roulant, stationnement handicapé")]
    [InlineData("Repas du Secours catholique, cours de cuisine africaine")]
    [InlineData("SIRET 732 829 320 00074, délibération 2026-11-0042")]
    [InlineData("ouvert du 12/03/2026 au 15/04/2026, de 9h à 18h")]
    [InlineData("2 55 08 14 168 025 39")] // a wrong key is not a number of anyone
    [InlineData("FR14 2004 1010 0505 0001 3M02 607")]
    [InlineData("romarin, cancerrière, malle, voter pourtant")]
    [InlineData("14 lieux, 1 250 habitants, 03000 Moulins")]
    public void Not_found(string text) => Scan.Scan(text).ShouldBeEmpty();

    [Fact]
    public void Corsica_and_births_of_this_century_have_keys_too()
    {
        Scan.Scan("1 85 05 2A 004 001 " + NirKey("1850519004001")).ShouldHaveSingleItem().Category.ShouldBe(ScanCategory.NationalNumber);
        var key = 97 - (2_050_730_033L % 97);
        Scan.Scan($"05.07.30-033.{key:00}").ShouldHaveSingleItem().Category.ShouldBe(ScanCategory.NationalNumber);
    }

    [Fact]
    public void A_lexicon_that_cannot_be_read_says_so()
    {
        Should.Throw<FormatException>(() => new FreeTextScan(["[santé]", "malade"]));
        var empty = Directory.CreateTempSubdirectory("trame-scan-");
        Should.Throw<FileNotFoundException>(() => FreeTextScan.FromFolder(empty.FullName));
        empty.Delete();
    }

    [Fact]
    public void Every_category_has_its_sentence_in_both_languages()
    {
        foreach (var category in Enum.GetValues<ScanCategory>())
            foreach (var language in Texts.Known) Texts.In(language, new ScanFinding(0, 1, category).TextKey, "x").ShouldContain("x");
    }

    [Fact]
    public void Findings_stand_in_the_text_in_order() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), noise =>
    {
        var text = $"{noise} 06 12 34 56 78 malade {noise}";
        var end = 0;
        foreach (var finding in Scan.Scan(text))
        {
            if (finding.Start < end || finding.Length <= 0 || finding.Start + finding.Length > text.Length) return false;
            end = finding.Start + finding.Length;
        }
        return end > 0;
    }).QuickCheckThrowOnFailure();

    private static string NirKey(string thirteen) => (97 - (long.Parse(thirteen, System.Globalization.CultureInfo.InvariantCulture) % 97)).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
}
