namespace Trame.Tests.Registers.Spaces;

public sealed class SpaceVerbsTests : IDisposable
{
    private readonly CommandLine _trame = new();

    public void Dispose() => _trame.Dispose();

    [Fact]
    public async Task An_intercommunality_opens_with_its_communes_and_is_listed()
    {
        (await _trame.Run("space", "create", "--epci", "200071140")).Well().Out.ShouldContain("moulins-communaute");
        var list = (await _trame.Run("space", "list")).Well().Out;
        list.ShouldContain("moulins-communaute\tMoulins Communauté\tsqlite");
        var territories = (await _trame.Run("export", "territories")).Well().Out;
        territories.Split('\n').Count(l => l.Contains(";commune;", StringComparison.Ordinal)).ShouldBe(44);
        territories.ShouldContain("insee:03190");
        territories.ShouldContain("19206"); // Moulins, reference population 2023
        (await _trame.Run("space", "archive", "moulins-communaute")).Well();
        (await _trame.Run("facts", "rebuild")).Refused("trame space create");
        (await _trame.Run("space", "restore-archived", "moulins-communaute")).Well();
        (await _trame.Run("facts", "rebuild")).Well();
    }

    [Fact]
    public async Task The_name_of_an_intercommunality_will_do_when_only_one_bears_it()
    {
        (await _trame.Run("space", "create", "--epci", "bourges plus")).Well().Out.ShouldContain("Bourges Plus");
        (await _trame.Run("space", "create", "--epci", "val de")).Refused("plusieurs", "2000").ErrorLines.Count.ShouldBe(1);
        (await _trame.Run("space", "create", "--epci", "nulle part du tout")).Refused("« nulle part du tout »");
    }

    [Theory]
    [InlineData("2", "--epci", "")]
    [InlineData("2", "--epci", "999999999")]
    [InlineData("2", "--commune", "99999")]
    [InlineData("2", "--department", "00")]
    [InlineData("2", "--epci", "200071140", "--france")]
    [InlineData("2", "--commune", "03190", "--slug", "../../etc/passwd")]
    [InlineData("2", "--commune", "03190", "--slug", "Moulins")]
    [InlineData("2", "--file", "absent.csv", "--name", "Nulle part")]
    public async Task What_cannot_be_opened_is_refused_in_one_line_and_leaves_nothing(string code, params string[] args)
    {
        var told = (await _trame.Run(["space", "create", .. args])).Refused();
        told.Code.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(code);
        told.ErrorLines.Count.ShouldBe(1);
        (await _trame.Run("space", "list")).Well().Out.ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(Path.Combine(_trame.Data, "spaces")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_space_with_the_same_short_name_is_refused()
    {
        (await _trame.Run("space", "create", "--commune", "03190", "--slug", "moulins")).Well();
        (await _trame.Run("space", "create", "--commune", "03321", "--slug", "moulins")).Refused("« moulins »");
        (await _trame.Run("space", "list")).Out.ShouldNotContain("Yzeure");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_told_in_one_line()
    {
        var file = _trame.Write("fichier", "pas un dossier");
        (await _trame.RunAt(Path.Combine(file, "donnees"), "space", "list")).Refused("--data").ErrorLines.Count.ShouldBe(1);
        var doctor = await _trame.RunAt(Path.Combine(file, "donnees"), "doctor");
        doctor.Code.ShouldBe(1);
        doctor.Out.ShouldContain("BLOQUANT");
    }

    [Fact]
    public async Task Belgian_communes_come_from_a_file()
    {
        // Statbel, NIS codes of three communes of the province of Liège.
        var file = _trame.Write("communes.csv", "Code NIS;Commune;Habitants;Lat;Lon\n62063;Liège;195000;50,6337;5,5675\n62096;Seraing;64000;50,6114;5,5136\n61031;Huy;21500;50,5193;5,2408\n");
        (await _trame.Run("space", "create", "--file", file, "--name", "Autour de Liège")).Well();
        var territories = (await _trame.Run("export", "territories")).Well().Out;
        territories.ShouldContain("nis5:62063");
        territories.ShouldContain("195000");
        var wrong = _trame.Write("faux.csv", "Code NIS;Commune;Habitants\n6206;Liège;195000\n62096;;-3\n");
        var told = (await _trame.Run("import", "communes", wrong)).Refused("Ligne 2", "Ligne 3");
        told.Error.ShouldContain("rien n’a été écrit");
    }

    [Fact]
    public async Task Help_and_version_answer_and_an_unknown_verb_is_told()
    {
        (await _trame.Bare("--version")).Well().Out.ShouldStartWith("0.1.0");
        (await _trame.Run("space", "--help")).Well().Out.ShouldContain("restore-archived");
        (await _trame.Run("voler")).Refused("--help").ErrorLines.Count.ShouldBe(1);
    }
}
