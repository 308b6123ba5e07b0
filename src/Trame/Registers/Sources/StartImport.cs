using Trame.Foundation.Data;
using Trame.Foundation.Tables;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Territories;

namespace Trame.Registers.Sources;

/// <summary>Somebody gives a file: it is understood, a map of its columns is proposed, and both wait to be corrected. Nothing of the register moves.</summary>
public sealed class StartImport(TrameDb db, Rights rights, FindTerritories find)
{
    public const int MostBytes = 64 << 20;

    /// <param name="Map">A map made for an earlier edition; null to propose one.</param>
    public sealed record Request(string FileName, byte[] Content, string? Map);

    public async Task<Outcome<PlaceImport>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, SourceActs.Import)) return Refusal.NotAllowed;
        if (request.Content.Length == 0) return new Refusal("sources.import.no-file", "Given");
        if (request.Content.Length > MostBytes) return new Refusal("sources.import.too-large", "Given", $"{MostBytes >> 20}");
        ColumnMap? said = null;
        if (request.Map is { Length: > 0 })
        {
            var (read, problem) = ColumnMapFile.Read(request.Map);
            if (read is null) return Told(problem!, "MapFile");
            said = read;
        }

        var (understood, refused) = PlaceFile.Of(request.Content).Understand(await Communes(find, stop), said);
        if (understood is null) return Told(refused!, "Given");
        var import = new PlaceImport(request.FileName, request.Content, understood.Map, said?.Source ?? Path.GetFileNameWithoutExtension(request.FileName), db.Now);
        db.Add(import);
        var outcome = await db.Save(stop);
        return outcome.Accepted ? import : outcome;
    }

    internal static async Task<IReadOnlySet<string>> Communes(FindTerritories find, CancellationToken stop) => (await find.Tree(stop)).Communes().Select(c => Slug.From(c.Name)).ToHashSet(StringComparer.Ordinal);

    private static Refusal Told(TableProblem problem, string field) => new(problem.TextKey, field, [.. problem.Args.Select(a => $"{a}")]);
}
