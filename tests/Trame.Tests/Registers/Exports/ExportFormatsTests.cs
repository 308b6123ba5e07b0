using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Tables;
using Trame.Registers.Exports;

namespace Trame.Tests.Registers.Exports;

/// <summary>The living, public register in each format: valid against the schema of its authors, nothing made up, nothing hidden shown, what is missing counted.</summary>
public abstract class ExportFormatsTests(TestSpace space)
{
    [Fact]
    public async Task Runs_on_the_database_it_names() => (await space.ProviderInUse()).ShouldBe(space.Provider);

    public static TheoryData<string> Formats => [.. OpenFormats.All.Select(f => f.Key)];

    [Theory, MemberData(nameof(Formats))]
    public async Task Only_what_is_public_and_lives_is_given(string key)
    {
        var (text, _) = await Read(key);
        text.ShouldNotContain(AwkwardRegister.Proposed);
        text.ShouldNotContain(AwkwardRegister.Closed);
        text.ShouldNotContain("dora--123;", Case.Sensitive, "an identifier of somebody else is not given as ours");
    }

    [Fact]
    public async Task Structures_follow_the_official_schema()
    {
        var (text, tally) = await Read("data-inclusion-structures");
        (await OfficialSchemas.Inclusion("structure", text)).ShouldBeEmpty();
        tally.LeftOut["exports.left.belgian"].ShouldBe(1);
        tally.LeftOut["exports.left.paused"].ShouldBe(1);
        tally.LeftOut["exports.left.moments"].ShouldBe(2);
        tally.Unsaid["exports.unsaid.siret"].ShouldBe(tally.Written);
        tally.Unsaid["exports.unsaid.stops"].ShouldBe(1);
    }

    [Fact]
    public async Task Services_follow_the_official_schema_and_say_only_what_has_a_word()
    {
        var (text, tally) = await Read("data-inclusion-services");
        (await OfficialSchemas.Inclusion("service", text)).ShouldBeEmpty();
        var library = JsonDocument.Parse(text).RootElement.EnumerateArray().Single(s => s.GetProperty("nom").GetString()!.StartsWith("Médiathèque", StringComparison.Ordinal));
        Words(library, "thematiques").ShouldBe(["remobilisation--activites-sportives-et-culturelles", "remobilisation--lien-social"], "« numérique » alone is no theme of the list: none is chosen for it");
        Words(library, "publics").ShouldBe(["familles", "seniors"]);
        library.GetProperty("publics_precisions").GetString()!.ShouldContain("Aidants");
        library.GetProperty("type").ValueKind.ShouldBe(JsonValueKind.Null);
        library.GetProperty("frais").GetString().ShouldBe("gratuit");
        tally.LeftOut["exports.left.no-description"].ShouldBe(3);
        tally.Unsaid["exports.unsaid.themes"].ShouldBe(1);
    }

    [Fact]
    public async Task Places_of_digital_mediation_follow_the_official_schema()
    {
        var (bytes, tally) = await Given("lieux-de-mediation-numerique");
        var (table, problem) = TableFile.Open(new MemoryStream(bytes), new TableOptions(), null);
        problem.ShouldBeNull();
        using (table)
        {
            var rows = table!.Entries().Cast<TableRow>().ToList();
            OfficialSchemas.Mediation(table.Headers.Names, rows).ShouldBeEmpty();
            var only = rows.ShouldHaveSingleItem();
            only["pivot"].ShouldBe("43493312300029", "the number of who carries it, when the place has none");
            only["telephone"].ShouldBe("+33470000001");
            only["services"].ShouldBe("Accès internet et matériel informatique");
            only["publics_specifiquement_adresses"].ShouldBe("Familles et/ou enfants|Seniors");
        }

        tally.LeftOut["exports.left.belgian"].ShouldBe(1);
        tally.LeftOut["exports.left.no-pivot"].ShouldBe(1);
        tally.LeftOut["exports.left.no-address"].ShouldBe(1);
        tally.LeftOut["exports.left.not-digital"].ShouldBe(4);
        tally.Unsaid["exports.unsaid.offers"].ShouldBe(1);
    }

    [Fact]
    public async Task Hsds_follows_its_tables_and_Belgium_fits()
    {
        var (text, tally) = await Read("hsds");
        using var json = JsonDocument.Parse(text);
        OfficialSchemas.Hsds(json.RootElement).ShouldBeEmpty();
        var services = json.RootElement.GetProperty("services").EnumerateArray().ToList();
        var namur = services.Single(s => s.GetProperty("name").GetString() == "Espace numérique de Namur");
        var address = namur.GetProperty("service_at_locations")[0].GetProperty("location").GetProperty("addresses")[0];
        (address.GetProperty("country").GetString(), address.GetProperty("state_province").GetString()).ShouldBe(("BE", "BE-WNA"));
        services.Single(s => s.GetProperty("name").GetString() == "Salle en pause").GetProperty("status").GetString().ShouldBe("temporarily closed");
        services.Single(s => s.GetProperty("name").GetString() == "Bus des services").GetProperty("service_at_locations").GetArrayLength().ShouldBe(3, "itself and its two stops");
        var library = services.Single(s => s.GetProperty("name").GetString()!.StartsWith("Médiathèque", StringComparison.Ordinal));
        var week = library.GetProperty("service_at_locations")[0].GetProperty("location").GetProperty("schedules").EnumerateArray().Select(s => (s.GetProperty("byday").GetString(), s.GetProperty("opens_at").GetString())).ToList();
        week.ShouldBe([("MO,TU,WE,TH,FR", "09:00:00"), ("MO,TU,WE,TH,FR", "14:00:00"), ("SA", "10:00:00")]);
        tally.Unsaid["exports.unsaid.service"].ShouldBe(json.RootElement.GetProperty("locations").GetArrayLength());
        tally.Unsaid["exports.unsaid.hours"].ShouldBe(1, "one week in two");
    }

    [Fact]
    public async Task A_calendar_holds_its_events_and_counts_those_without_a_date()
    {
        var (text, tally) = await Read("icalendar");
        // RFC 5545, 3.1, 3.4 and 3.6.1: lines of 75 octets at most ended by CR LF, one object, each event with its UID, its stamp and its beginning.
        text.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        text.ShouldEndWith("END:VCALENDAR\r\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n");
        text.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        foreach (var name in (string[])["BEGIN:VEVENT", "UID:", "DTSTAMP:", "DTSTART;TZID=Europe/Paris:20261126T180000", "RRULE:FREQ=WEEKLY", "SUMMARY:Café des langues"]) text.Split("\r\n").Count(l => l.StartsWith(name, StringComparison.Ordinal)).ShouldBe(1, name);
        (tally.Written, tally.LeftOut["exports.left.no-date"]).ShouldBe((1, 1));
    }

    [Fact]
    public async Task GeoJson_says_where_and_null_where_nobody_knows()
    {
        var (text, tally) = await Read("geojson");
        using var json = JsonDocument.Parse(text);
        // RFC 7946, 3: a collection of features; a point is longitude then latitude; what has no place has a null geometry.
        json.RootElement.GetProperty("type").GetString().ShouldBe("FeatureCollection");
        var features = json.RootElement.GetProperty("features").EnumerateArray().ToList();
        features.ShouldAllBe(f => f.GetProperty("type").GetString() == "Feature" && f.GetProperty("id").GetString() != null && f.GetProperty("properties").ValueKind == JsonValueKind.Object);
        features.Count(f => f.GetProperty("geometry").ValueKind == JsonValueKind.Null).ShouldBe((int)tally.Unsaid["exports.unsaid.point"]);
        var point = features.Single(f => f.GetProperty("geometry").ValueKind != JsonValueKind.Null).GetProperty("geometry").GetProperty("coordinates");
        (point[0].GetDouble(), point[1].GetDouble()).ShouldBe((3.3544, 46.5661));
    }

    [Fact]
    public async Task A_formula_stays_a_text_in_every_table()
    {
        var (csv, _) = await Read("csv");
        csv.ShouldContain($"'{AwkwardRegister.Formula}");
        csv.ShouldContain("'+33 n’est pas une somme");
        csv.ShouldContain("'@place");
        csv.ShouldContain("3.3544");
        using var sheet = Opened((await Given("xlsx")).Bytes);
        sheet.Entries().Cast<TableRow>().ShouldContain(r => r["name"] == AwkwardRegister.Formula);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream((await Given("xlsx")).Bytes));
        using var xml = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        (await xml.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldNotContain("<f>");
    }

    [Fact]
    public async Task A_workbook_explains_each_of_its_columns()
    {
        var bytes = (await Given("xlsx")).Bytes;
        using var records = Opened(bytes);
        using var dictionary = Opened(bytes, "Dictionnaire");
        var explained = dictionary.Entries().Cast<TableRow>().ToDictionary(r => r["colonne"]);
        explained.Keys.ShouldBe(records.Headers.Names);
        explained["cost"]["mots possibles"].ShouldContain("free = Gratuit");
        explained.Values.ShouldAllBe(r => r["ce que c'est"].Length > 0 && !r["ce que c'est"].StartsWith('['));
    }

    [Fact]
    public async Task What_is_left_out_is_said_in_words()
    {
        var (_, tally) = await Given("lieux-de-mediation-numerique");
        var said = string.Join('\n', ExportWords.Of(tally)).Replace('\u00A0', ' ');
        said.ShouldContain("1 fiche écrite");
        said.ShouldContain("1 lieu sans SIRET ni RNA");
        said.ShouldNotContain("[");
    }

    private static ITable Opened(byte[] bytes, string? sheet = null) => TableFile.Open(new MemoryStream(bytes), new TableOptions { HeaderLine = 1 }, sheet) is ({ } table, null) ? table : throw new InvalidOperationException("The file does not open.");

    private static IEnumerable<string?> Words(JsonElement record, string name) => record.GetProperty(name).EnumerateArray().Select(w => w.GetString());

    private async Task<(string Text, ExportTally Tally)> Read(string key)
    {
        var (bytes, tally) = await Given(key);
        return (Encoding.UTF8.GetString(bytes), tally);
    }

    private async Task<(byte[] Bytes, ExportTally Tally)> Given(string key)
    {
        await AwkwardRegister.Fill(space);
        return await space.In(async services =>
        {
            using var file = new MemoryStream();
            var export = services.GetRequiredService<ExportRegister>();
            var tally = await export.Handle(OpenFormats.Find(key)!, file, export.Context("https://trame.example"), null, TestContext.Current.CancellationToken);
            return (file.ToArray(), tally);
        });
    }
}

public sealed class ExportFormatsOnSqlite(SqliteSpace space) : ExportFormatsTests(space), IClassFixture<SqliteSpace>;
public sealed class ExportFormatsOnPostgres(PostgresSpace space) : ExportFormatsTests(space), IClassFixture<PostgresSpace>;
