using Trame.Registers.Exports;
using Trame.Tests.Operate;

namespace Trame.Tests.Registers.Exports;

public sealed class ExportVerbsTests(MoulinsFolder folder) : IClassFixture<MoulinsFolder>, IDisposable
{
    private readonly CommandLine _trame = folder.Copy();

    [Fact]
    public async Task Each_format_is_a_verb_that_says_what_it_left_out()
    {
        (await _trame.Run("import", "places", _trame.Write("lieux.csv", "id;nom;commune;adresse;telephone\na;Jardin;Yzeure;1 rue Basse;04 70 00 00 01\n"))).Well();
        foreach (var format in OpenFormats.All)
        {
            var told = (await _trame.Run("export", format.Key, "--to", Path.Combine(_trame.Folder, $"sortie-{format.Key}"))).Well();
            told.Error.ShouldContain(format.Key is "icalendar" or "lieux-de-mediation-numerique" or "data-inclusion-services" ? "Laissé de côté : 1 lieu" : "1 fiche écrite", Case.Sensitive, format.Key);
            told.Out.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Links_are_written_when_the_address_is_said_and_only_then()
    {
        (await _trame.Run("import", "places", _trame.Write("lieux.csv", "id;nom;commune\na;Jardin;Yzeure\n"))).Well();
        (await _trame.Exported("data-inclusion-structures")).ShouldContain("\"lien_source\":null");
        (await _trame.Exported("data-inclusion-structures", "--address", "https://trame.example/")).ShouldContain("\"lien_source\":\"https://trame.example/lieux/jardin\"");
        (await _trame.Run("export", "hsds", "--address", "trame.example")).RefusedAlone("n’est pas une adresse");
    }

    [Fact]
    public async Task The_dictionary_is_a_table() => (await _trame.Exported("dictionary")).ShouldContain("postal-code;Code postal;");

    public void Dispose() => _trame.Dispose();
}
