using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Tables;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary>What an import gives back as files: the map of its columns, and the rows that were refused with the reason of each cell.</summary>
internal static class ImportFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/donnees/importer/{id:guid}/correspondances.json", MapOf).WithName("ImportMap").WithSummary("How the columns of a file were read, to be shared and replayed.");
        routes.MapGet("/donnees/importer/{id:guid}/refus.csv", RefusedOf).WithName("ImportRefused").WithSummary("The rows of a file that were refused, with the reason of each cell.");
    }

    /// <summary>The refused rows as the file holds them, and their reasons in a last column.</summary>
    public static void Write(Stream stream, IReadOnlyList<string> columns, IEnumerable<RowDetails> refused)
    {
        using var table = new TableWriter(stream, [.. columns, Texts.Get("sources.refused.line"), Texts.Get("sources.refused.reason")]);
        foreach (var row in refused)
            table.Write([.. columns.Select((_, i) => i < row.Cells.Count ? row.Cells[i] : ""), $"{row.Rank}", string.Join(" · ", row.Faults.Select(Reason))]);
    }

    private static string Reason(CellFault fault) => fault.Field.Length == 0 ? fault.Reason : $"{PlaceColumns.Label(fault.Field)} ({(fault.Value.Length > 60 ? fault.Value[..60] : fault.Value)}) : {fault.Reason}";

    private static async Task<Results<ContentHttpResult, NotFound>> MapOf(Guid id, TrameDb db, Rights rights, CurrentActor current, HttpContext context)
    {
        if (!rights.May(current.Actor, SourceActs.Import)) return TypedResults.NotFound();
        if (await db.Set<PlaceImport>().AsNoTracking().Where(i => i.Id == id).Select(i => new { i.Map, i.Source }).FirstOrDefaultAsync(context.RequestAborted) is not { } import) return TypedResults.NotFound();
        context.Response.Headers.ContentDisposition = "attachment; filename=\"correspondances.json\"";
        return TypedResults.Text(ColumnMapFile.Write(import.Map with { Source = import.Source }), "application/json", Encoding.UTF8);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> RefusedOf(Guid id, TrameDb db, Rights rights, CurrentActor current, HttpContext context)
    {
        if (!rights.May(current.Actor, SourceActs.Import)) return TypedResults.NotFound();
        if (await db.Set<PlaceImport>().AsNoTracking().Where(i => i.Id == id).Select(i => i.Map).FirstOrDefaultAsync(context.RequestAborted) is not { } map) return TypedResults.NotFound();
        var rows = await db.Set<ImportRow>().AsNoTracking().Where(r => r.ImportId == id && r.State == RowState.Refused).OrderBy(r => r.Number).Select(r => r.Details).ToListAsync(context.RequestAborted);
        using var file = new MemoryStream();
        Write(file, [.. map.Columns.Select(c => c.Column)], rows);
        return TypedResults.File(file.ToArray(), "text/csv; charset=utf-8", "refus.csv");
    }
}
