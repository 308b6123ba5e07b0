using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;

namespace Trame.Connect.Opportunities;

/// <summary>The last computation of a space: when, over how much, and how near to the best it came.</summary>
public sealed record LastLook(Instant At, int Needs, int Resources, int Places, int Moments, int Candidates, double Value, double Bound, bool Proved, int Ideas, double Seconds)
{
    private const string Key = "opportunities.last";

    public double Gap => Math.Max(0, Bound - Value) / Math.Max(Math.Abs(Bound), 1e-9);

    public static async Task<LastLook?> Of(TrameDb db, CancellationToken stop) =>
        await db.Set<Setting>().AsNoTracking().Where(s => s.Key == Key).Select(s => s.Value).FirstOrDefaultAsync(stop) is { } said ? JsonSerializer.Deserialize<LastLook>(said, Columns.Json) : null;

    public async Task Write(TrameDb db, CancellationToken stop)
    {
        var text = JsonSerializer.Serialize(this, Columns.Json);
        if (await db.Set<Setting>().FirstOrDefaultAsync(s => s.Key == Key, stop) is { } row) row.Become(text);
        else db.Add(new Setting(Key, text));
    }
}
