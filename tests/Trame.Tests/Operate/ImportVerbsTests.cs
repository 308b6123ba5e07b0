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
        (await _trame.Run("export", "occasions", "--format", "geojson")).Well().Out.ShouldContain("\"FeatureCollection\"");
    }

    [Fact]
    public async Task Another_source_adds_its_word_and_overwrites_none()
    {
        (await _trame.Run("import", "places", _trame.Write("lieux.csv", Good))).Well();
        var other = _trame.Write("autre.csv", "name;commune-code;phone\nJardin des Possibles;03321;04 70 99 99 99\n");
        (await _trame.Run("import", "places", other)).Well().Out.ShouldContain("modifiés : 1");
        var export = (await _trame.Run("export", "occasions")).Well().Out;
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
        var territories = (await _trame.Run("export", "territories", "--space", "cusset")).Well().Out;
        territories.ShouldContain("46.14");
        territories.ShouldContain("3.46");
        (await _trame.Run("import", "communes", _trame.Write("communes.csv", "insee;nom;latitude;longitude\n03095;Cusset;46.1344;3.4564\n"), "--space", "cusset")).Well();
        (await _trame.Run("export", "territories", "--space", "cusset")).Well().Out.ShouldContain("46.1344");
        (await _trame.Run("import", "places", _trame.Write("autre.csv", "nom;commune;latitude;longitude\nPont;Cusset;46.20;3.50\n"), "--space", "cusset")).Well();
        (await _trame.Run("export", "territories", "--space", "cusset")).Well().Out.ShouldContain("46.1344");
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
    [InlineData("adresse;commune\n1 rue;Yzeure\n", "« name »", "")]
    [InlineData("", "vide", "")]
    public async Task One_wrong_row_is_named_and_nothing_is_written(string csv, string where, string what)
    {
        (await _trame.Run("import", "places", _trame.Write("faux.csv", csv))).Refused(where, what, "rien n’a été écrit");
        (await _trame.Run("export", "occasions")).Well().Out.ShouldNotContain("Bon");
    }

    [Fact]
    public async Task Old_encodings_are_read_and_scripts_stay_words()
    {
        var latin = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        (await _trame.Run("import", "places", _trame.Write("vieux.csv", latin.GetBytes("nom;commune\nCafé de l’Été <script>alert(1)</script>;Aurouër\n")))).Well();
        (await _trame.Run("export", "occasions")).Well().Out.ShouldContain("Café de l’Été <script>alert(1)</script>");
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
        (await _trame.Run("export", "territories", "--format", "geojson")).Well().Out.ShouldContain("\"Polygon\"");
        var quartier = _trame.Write("quartiers.geojson", """{"type":"Feature","properties":{"code":"QP003001","nom":"Quartier de l’essai"},"geometry":{"type":"Polygon","coordinates":[[[3.32,46.56],[3.33,46.56],[3.33,46.57],[3.32,46.57],[3.32,46.56]]]}}""");
        (await _trame.Run("import", "contours", quartier, "--kind", "neighbourhood")).Well().Out.ShouldContain("Créés : 1");
        (await _trame.Run("export", "territories")).Well().Out.ShouldContain("yzeure-quartier-de-l-essai;neighbourhood;Quartier de l’essai;yzeure;qpv:QP003001");
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
