namespace Trame.Tests.Operate;

public sealed class ImportVerbsTests(MoulinsFolder moulins) : IClassFixture<MoulinsFolder>, IDisposable
{
    private const string Square = """{"type":"Polygon","coordinates":[[[3.30,46.55],[3.36,46.55],[3.36,46.59],[3.30,46.59],[3.30,46.55]]]}""";
    private const string Good = "nom;commune;adresse;latitude;longitude;cost;phone\nJardin des Possibles;Yzeure;1 rue des Lilas;46,5661;3,3544;free;04 70 00 00 01\nCafé Lien;Moulins;;46.5656;3.3336;;\n";
    private readonly CommandLine _trame = moulins.Copy();

    public void Dispose() => _trame.Dispose();

    [Fact]
    public async Task Places_come_in_once_and_come_out_as_they_were()
    {
        var file = _trame.Write("lieux.csv", Good);
        (await _trame.Run("import", "places", file, "--dry-run")).Well().Out.ShouldContain("créés : 2");
        (await _trame.Run("export", "occasions")).Well().Out.ShouldNotContain("Jardin");
        (await _trame.Run("import", "places", file)).Well().Out.ShouldContain("Créés : 2");
        (await _trame.Run("import", "places", file)).Well().Out.ShouldContain("Créés : 0 · modifiés : 0 · inchangés : 2");
        var exported = Path.Combine(_trame.Folder, "sortie.csv");
        (await _trame.Run("export", "occasions", "--to", exported)).Well();
        var text = await File.ReadAllTextAsync(exported, TestContext.Current.CancellationToken);
        text.ShouldContain("Jardin des Possibles");
        text.ShouldContain("03321");
        (await _trame.Run("export", "occasions", "--to", exported)).Refused("existe déjà");
        (await _trame.Run("import", "places", exported, "--source", "lieux.csv")).Well().Out.ShouldContain("Créés : 0");
        (await _trame.Exported("occasions", "--format", "geojson")).ShouldContain("\"FeatureCollection\"");
    }

    [Fact]
    public async Task A_calendar_is_shown_taken_in_and_taken_back()
    {
        var file = _trame.Write("agenda.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Veillée des lanternes\r\nDTSTART:20371205T200000Z\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2\r\nDTSTART:20370101T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
        string[] calendar = ["import", "calendar", file, "--source", "la médiathèque", "--territory", "yzeure"];
        (await _trame.Run([.. calendar, "--dry-run"])).Well().Out.ShouldContain("1 nouveaux, 0 changés");
        (await _trame.Exported("icalendar")).ShouldNotContain("lanternes");
        (await _trame.Run(calendar)).Well().Error.ShouldContain("pas de titre");
        (await _trame.Exported("icalendar")).ShouldContain("lanternes");
        (await _trame.Run("import", "calendar-undo")).Well().Out.ShouldContain("1 moments comme avant");
        (await _trame.Exported("icalendar")).ShouldNotContain("lanternes");
        (await _trame.Run("import", "calendar-undo")).Refused("rien à reprendre");
        (await _trame.Run("import", "calendar", "absent.ics", "--source", "x", "--territory", "yzeure")).Refused("absent.ics");
        (await _trame.Run("import", "calendar", file, "--source", "x", "--territory", "nulle-part")).Refused();
    }

    [Fact]
    public async Task Another_source_adds_its_word_and_overwrites_none()
    {
        (await _trame.Run("import", "places", _trame.Write("lieux.csv", Good))).Well();
        var other = _trame.Write("autre.csv", "name;commune-code;phone\nJardin des Possibles;03321;04 70 99 99 99\n");
        (await _trame.Run("import", "places", other)).Well().Out.ShouldContain("modifiés : 1");
        var export = await _trame.Exported("occasions");
        export.ShouldContain("04 70 00 00 01");
        export.ShouldNotContain("04 70 99 99 99");
    }

    [Fact]
    public async Task What_seems_to_speak_of_somebody_is_told_with_its_line_and_comes_in()
    {
        var told = (await _trame.Run("import", "places", _trame.Write("lieux.csv", "nom;commune;description\nJardin;Yzeure;Un banc et des outils\nAtelier;Yzeure;Demander Camille, en dépression, au 06 12 34 56 78\n"))).Well();
        told.Out.ShouldContain("Créés : 2");
        told.Error.ShouldContain("Ligne 3, colonne « Description » (« Atelier ») : « dépression »");
        told.Error.ShouldContain("« 06 12 34 56 78 »");
        told.Error.ShouldNotContain("Ligne 2");
    }

    [Fact]
    public async Task A_commune_without_a_centre_stands_where_its_places_are_until_better_is_known()
    {
        (await _trame.Run("space", "create", "--commune", "03095", "--slug", "cusset")).Well();
        var lost = (await _trame.Run("doctor")).Out;
        lost.ShouldContain("n’ont pas de position");
        (await _trame.Run("import", "places", _trame.Write("lieux.csv", "nom;commune;latitude;longitude\nHalle;Cusset;46.13;3.45\nGare;Cusset;46.15;3.47\n"), "--space", "cusset")).Well();
        var territories = await _trame.Exported("territories", "--space", "cusset");
        territories.ShouldContain("46.14");
        territories.ShouldContain("3.46");
        (await _trame.Run("import", "communes", _trame.Write("communes.csv", "insee;nom;latitude;longitude\n03095;Cusset;46.1344;3.4564\n"), "--space", "cusset")).Well();
        (await _trame.Exported("territories", "--space", "cusset")).ShouldContain("46.1344");
        (await _trame.Run("import", "places", _trame.Write("autre.csv", "nom;commune;latitude;longitude\nPont;Cusset;46.20;3.50\n"), "--space", "cusset")).Well();
        (await _trame.Exported("territories", "--space", "cusset")).ShouldContain("46.1344");
    }

    [Fact]
    public async Task A_file_of_the_whole_country_completes_the_communes_one_has()
    {
        var country = _trame.Write("pays.csv", "insee;nom;population;annee;latitude;longitude\n03321;Yzeure;13000;2026;46.57;3.36\n13055;Marseille;870000;2026;43.3;5.4\n");
        (await _trame.Run("import", "communes", country)).Well().Out.ShouldContain("modifiés : 1 · inchangés : 0 · hors de l’espace : 1");
        (await _trame.Exported("territories")).ShouldNotContain("Marseille");
        (await _trame.Run("import", "communes", country, "--all")).Well().Out.ShouldContain("Créés : 1");
        (await _trame.Run("import", "communes", _trame.Write("belge.csv", "nis5;nom\n62063;Liège\n"))).Well().Out.ShouldContain("Créés : 1");
    }

    [Fact]
    public async Task Help_speaks_the_language_of_the_house() => (await _trame.Run("import", "--help")).Well().Out.ShouldContain("Apporter un fichier");

    [Fact]
    public async Task A_file_that_names_an_organisation_nobody_knows_is_told_the_line() =>
        (await _trame.Run("import", "places", _trame.Write("lieux.csv", "nom;commune;organisation\nJardin;Yzeure;0197f3a0-0000-7000-8000-000000000000\n"))).Refused("Ligne 2", "0197f3a0");

    [Theory]
    [InlineData("nom;commune;latitude;longitude\nBon;Yzeure;46.56;3.35\nFaux;Yzeure;466.1;3.35\n", "Ligne 3", "Latitude")]
    [InlineData("nom;commune;phone\nBon;Yzeure;\nFaux;Yzeure;appelez Paul\n", "Ligne 3", "appelez Paul")]
    [InlineData("nom;commune\nBon;Yzeure\nFaux;Atlantide\n", "Ligne 3", "Atlantide")]
    [InlineData("nom;commune\nBon;Yzeure\n;Moulins\n", "Ligne 3", "")]
    [InlineData("nom;commune\nBon;Yzeure\n\"Faux;Moulins\n", "guillemet", "")]
    [InlineData("adresse;commune\n1 rue;Yzeure\n", "« nom »", "")]
    [InlineData("", "vide", "")]
    public async Task One_wrong_row_is_named_and_nothing_is_written(string csv, string where, string what)
    {
        (await _trame.Run("import", "places", _trame.Write("faux.csv", csv))).Refused(where, what, "rien n’a été écrit");
        (await _trame.Exported("occasions")).ShouldNotContain("Bon");
    }

    [Fact]
    public async Task Old_encodings_are_read_and_scripts_stay_words()
    {
        var latin = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        (await _trame.Run("import", "places", _trame.Write("vieux.csv", latin.GetBytes("nom;commune\nCafé de l’Été <script>alert(1)</script>;Aurouër\n")))).Well();
        (await _trame.Exported("occasions")).ShouldContain("Café de l’Été <script>alert(1)</script>");
        (await _trame.Run("import", "places", _trame.Write("image.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]))).Refused();
        (await _trame.Run("import", "places", Path.Combine(_trame.Folder, "absent.csv"))).Refused("n’existe pas");
    }

    [Fact]
    public async Task Contours_and_neighbourhoods_find_their_commune()
    {
        var contour = $$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"03321","nom":"Yzeure"},"geometry":{{Square}}},{"type":"Feature","properties":{"code":"75056","nom":"Paris"},"geometry":{{Square}}}]}""";
        var file = _trame.Write("contours.geojson", contour);
        (await _trame.Run("import", "contours", file, "--source", "essai")).Well().Out.ShouldContain("modifiés : 1 · inchangés : 0 · hors de l’espace : 1");
        (await _trame.Run("import", "contours", file, "--source", "essai")).Well().Out.ShouldContain("inchangés : 1");
        (await _trame.Exported("territories", "--format", "geojson")).ShouldContain("\"Polygon\"");
        var quartier = _trame.Write("quartiers.geojson", """{"type":"Feature","properties":{"code":"QP003001","nom":"Quartier de l’essai"},"geometry":{"type":"Polygon","coordinates":[[[3.32,46.56],[3.33,46.56],[3.33,46.57],[3.32,46.57],[3.32,46.56]]]}}""");
        (await _trame.Run("import", "contours", quartier, "--kind", "neighbourhood")).Well().Out.ShouldContain("Créés : 1");
        (await _trame.Exported("territories")).ShouldContain("yzeure-quartier-de-l-essai;neighbourhood;Quartier de l’essai;yzeure;qpv:QP003001");
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"03321"},"geometry":{"type":"Polygon","coordinates":[[[3,46],[4,46]]]}}]}""", "élément n° 1")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"truc":"03321"},"geometry":{"type":"Polygon","coordinates":[[[3,46],[4,46],[4,47],[3,46]]]}}]}""", "--code-property")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"03321"},"geometry":{"type":"Point","coordinates":[3,46]}}]}""", "surface")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"75056"},"geometry":{"type":"Polygon","coordinates":[[[3,46],[4,46],[4,47],[3,46]]]}}]}""", "--space")]
    [InlineData("""{"type":"FeatureCollection","features":[{""", "Ligne 1")]
    [InlineData("nom;code", "Ligne 1")]
    public async Task A_wrong_contour_is_named_and_nothing_is_written(string json, string where)
    {
        (await _trame.Run("import", "contours", _trame.Write("faux.geojson", json))).Refused(where, "rien n’a été écrit");
    }

    // Columns as national lists name them (invented rows): France services, third places of 2019, OpenStreetMap, digital mediation.
    [Theory]
    [InlineData("fs.csv", "\"id_fs\",\"lib_fs\",\"adresse\",\"insee_com\",\"code_postal\",\"lib_com\",\"latitude\",\"longitude\",\"mail\",\"telephone\",\"h_lundi\",\"h_mardi\",\"h_mercredi\",\"h_samedi\"\n\"7\",\"France services d'essai\",\"1 rue Basse\",\"3321\",\"03400\",\"Yzeure\",46.5661,3.3544,\"un@exemple.fr - deux@exemple.fr\",\"04 70 00 00 07\",\"09:00 - 12:00 / 13:30 - 17:00\",\"09:00 - 12:00 / 13:30 - 17:00\",\"9h-12h30\",\"Fermé\"\n\"8\",\"Ailleurs\",\"\",\"75110\",\"75010\",\"Paris\",48.86,2.36,\"\",\"\",\"\",\"\",\"\",\"\"\n", "France services d'essai", "Mo,Tu 09:00-12:00,13:30-17:00", "un@exemple.fr", "hors de l’espace : 1")]
    [InlineData("zero.csv", "\"id_fs\",\"lib_fs\",\"insee_com\",\"lib_com\",\"h_lundi\",\"h_mardi\"\n\"9\",\"France services sans fin\",\"03321\",\"Yzeure\",\"00:00 - 00:00 / 13:45 - 16:30\",\"00:00 - 00:00\"\n", "France services sans fin", "Mo 13:45-16:30", "", "plage qui finit quand elle commence")]
    [InlineData("tl.csv", "ID,NOM_TL,ADRESSE,CP,INSEECOM,NOMCOM,WEB,LAT,LONG,MAIL\n12,L'Atelier d'essai,,0,0,Moulins,0,0,0,\n", "L'Atelier d'essai", "03190", "", "coordonnées à zéro")]
    [InlineData("osm.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","id":"node/1","properties":{"@id":"node/1","amenity":"library","name":"Bibliothèque d'essai","addr:housenumber":"3","addr:street":"rue Haute","addr:postcode":"03400","opening_hours":"Tu,Th 14:00-18:00","contact:phone":"+33 4 70 00 00 09"},"geometry":{"type":"Point","coordinates":[3.3544,46.5661]}}]}""", "Bibliothèque d'essai", "3 rue Haute", "Tu,Th 14:00-18:00", "créés : 1")]
    [InlineData("mednum.csv", "\"id\",\"nom\",\"commune\",\"code_insee\",\"adresse\",\"courriels\",\"site_web\",\"horaires\",\"presentation_resume\",\"telephone\"\n\"s-1\",\"Salle d'essai\",\"Yzeure\",\"03321\",\"12 rue du Patio\",\"a@exemple.fr|b@exemple.fr\",\"https://exemple.fr/|https://exemple.org/\",\"Mo-Fr 09:00-12:00\",\"Des ateliers.\",\"33470000010\"\n", "Des ateliers.", "+33470000010", "https://exemple.fr/", "2 cases")]
    public async Task National_lists_come_in_as_they_are(string file, string content, string first, string second, string third, string told)
    {
        var done = (await _trame.Run("import", "places", _trame.Write(file, content), "--type", "resource-centre")).Well();
        (done.Out + done.Error).ShouldContain(told, Case.Insensitive);
        var export = await _trame.Exported("occasions");
        foreach (var word in (string[])[first, second, third]) export.ShouldContain(word);
        export.ShouldContain(file == "osm.geojson" ? ";library;" : ";resource-centre;"); // what a list says of a place comes before what is said of the list
        (await _trame.Run("import", "places", _trame.Write(file, content), "--type", "resource-centre")).Well().Out.ShouldContain("Créés : 0 · modifiés : 0");
    }

    [Theory]
    [InlineData("france-services/liste-fs-20240801.csv", "france-services", 3)]
    [InlineData("tiers-lieux/CGET_TiersLieux_2019.csv", "third-place", 1)]
    [InlineData("tiers-lieux/CGET_TiersLieux_2019.geojson", "third-place", 1)]
    public async Task The_published_lists_themselves_come_in_and_only_what_is_here_stays(string name, string type, int atLeast)
    {
        await using var published = Trame.Tests.Foundation.Tables.PlacesData.Open(name);
        var file = Path.Combine(_trame.Folder, Path.GetFileName(name));
        await using (var copy = File.Create(file)) await published.CopyToAsync(copy, TestContext.Current.CancellationToken);
        var told = (await _trame.Run("import", "places", file, "--type", type)).Well().Out;
        told.ShouldContain("hors de l’espace");
        var rows = (await _trame.Exported("occasions")).Split('\n').Count(l => l.Contains($";{type};", StringComparison.Ordinal));
        rows.ShouldBeGreaterThanOrEqualTo(atLeast);
        (await _trame.Run("import", "places", file, "--type", type)).Well().Out.ShouldContain("Créés : 0 · modifiés : 0");
    }

    [Fact]
    public async Task One_identifier_on_two_rows_is_told_with_both_lines_and_two_identifiers_are_two_places()
    {
        var twice = _trame.Write("double.csv", "id;nom;commune\na1;Salle Verte;Yzeure\na2;Salle Bleue;Yzeure\na1;Salle Rouge;Yzeure\n");
        (await _trame.Run("import", "places", twice)).Refused("Ligne 4", "ligne 2", "a1", "rien n’a été écrit");
        var homonyms = _trame.Write("homonymes.csv", "id;nom;commune\nb1;Salle commune;Yzeure\nb2;Salle commune;Yzeure\n");
        (await _trame.Run("import", "places", homonyms)).Well().Out.ShouldContain("Créés : 2");
        (await _trame.Run("import", "places", homonyms)).Well().Out.ShouldContain("Créés : 0 · modifiés : 0 · inchangés : 2");
        var unnamed = _trame.Write("sans-id.csv", "nom;commune\nSalle ronde;Yzeure\nSalle ronde;Yzeure\n");
        (await _trame.Run("import", "places", unnamed)).Well().Error.ShouldContain("un seul lieu");
    }

    [Fact]
    public async Task A_wrong_feature_of_a_file_of_one_line_is_told_by_its_number()
    {
        var file = _trame.Write("un.geojson", """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"nom":"Bon"},"geometry":{"type":"Point","coordinates":[3.3544,46.5661]}},{"type":"Feature","properties":{"nom":"Faux","tel":"appelez Paul"},"geometry":{"type":"Point","coordinates":[3.3544,46.5661]}}]}""");
        (await _trame.Run("import", "places", file)).Refused("Élément n° 2", "Téléphone", "appelez Paul", "rien n’a été écrit");
    }

    [Theory]
    [InlineData("nom;commune;horaires\nX;Yzeure;Mo-Fr 25:00-99:00\n", "Ligne 2", "oraires")]
    [InlineData("nom;commune;courriel\nX;Yzeure;pas-une-adresse\n", "Ligne 2", "pas-une-adresse")]
    [InlineData("nom;commune;lat;lon\nX;Yzeure;1e308;3\n", "Ligne 2", "1e308")]
    [InlineData("nom;commune;lat;lon\nX;Yzeure;46.5;\n", "Ligne 2", "46.5")]
    [InlineData("nom;commune;capacity\nX;Yzeure;-3\n", "Ligne 2", "-3")]
    [InlineData("nom;commune;h_lundi\nX;Yzeure;le matin\n", "Ligne 2", "le matin")]
    public async Task A_malformed_cell_is_named_with_its_row_and_field(string csv, params string[] words) =>
        (await _trame.Run("import", "places", _trame.Write("faux.csv", csv))).Refused([.. words, "rien n’a été écrit"]);

    [Fact]
    public async Task Utf_16_byte_order_marks_and_NULs_are_read_or_told()
    {
        byte[] utf16 = [.. System.Text.Encoding.Unicode.GetPreamble(), .. System.Text.Encoding.Unicode.GetBytes("nom;commune\nCafé seize;Yzeure\n")];
        (await _trame.Run("import", "places", _trame.Write("seize.csv", utf16))).Well().Out.ShouldContain("Créés : 1");
        (await _trame.Run("import", "places", _trame.Write("marque.csv", "\uFEFFnom;commune\nCafé marque;Yzeure\n"))).Well().Out.ShouldContain("Créés : 1");
        (await _trame.Run("import", "places", _trame.Write("nul.csv", "nom;commune\nCa\0fé;Yzeure\n"))).Refused("rien n’a été écrit");
        (await _trame.Run("import", "places", _trame.Write("seize.geojson", System.Text.Encoding.Unicode.GetBytes("{\"type\":\"FeatureCollection\",\"features\":[]}")))).Refused("UTF-8");
        (await _trame.Run("import", "places", _trame.Write("moitie.geojson", """{"type":"Feature","properties":{"nom":"Ca\ud800fé"},"geometry":{"type":"Point","coordinates":[3.3544,46.5661]}}"""))).Code.ShouldBeOneOf(0, 2);
    }

    [Fact]
    public async Task The_doctor_says_that_nothing_blocks_and_what_could_be_better()
    {
        var doctor = (await _trame.Run("doctor")).Well();
        doctor.Out.ShouldContain("FTS5");
        doctor.Out.ShouldContain("0 communes sur 44");
        File.Delete(Path.Combine(_trame.Data, "spaces", "moulins-communaute.sqlite"));
        var broken = await _trame.Run("doctor");
        broken.Code.ShouldBe(1);
        broken.Out.ShouldContain("trame restore");
    }
}
