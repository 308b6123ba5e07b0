using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Tables;

namespace Trame.Operate;

/// <summary>The journal in the order it was written. A fact names places and organisations, never a person: it can be given as it is to whoever holds the space.</summary>
internal static class ExportFacts
{
    private static readonly string[] Headers = ["id", "at", "recorded-at", "kind", "territory", "place", "organisations", "subject-type", "subject", "count", "marginals", "amount-unit", "amount", "channel", "corrects"];

    public static async Task<long> Write(TrameDb db, Stream stream, string format, CancellationToken stop)
    {
        using var table = new TableWriter(stream, Headers);
        var rows = 0L;
        await foreach (var f in db.Set<Fact>().AsNoTracking().OrderBy(f => f.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            table.Write(f.Id.ToString(), InstantPattern.ExtendedIso.Format(f.At), InstantPattern.ExtendedIso.Format(f.RecordedAt), f.Kind, f.TerritoryId.ToString(), f.PlaceId?.ToString() ?? "",
                string.Join(' ', f.Organisations), f.SubjectType, f.SubjectId?.ToString() ?? "", f.Count?.ToString(CultureInfo.InvariantCulture) ?? "",
                string.Join(' ', f.Marginals.Select(m => $"{m.Dimension}={m.Value}:{m.Count}")), f.AmountUnit ?? "", f.AmountValue?.ToString(CultureInfo.InvariantCulture) ?? "", EnumWords.Write(f.Channel), f.Corrects?.ToString() ?? "");
            rows++;
        }

        return rows;
    }
}
