using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;

namespace Trame.Registers.Sources;

/// <summary>Quelle liste de lieux voulez-vous faire entrer ? The form that takes a file, and the imports that wait or were done.</summary>
public sealed class StartPage(TrameDb db, StartImport start) : TramePage
{
    public sealed record Line(Guid Id, string Name, string Source, ImportState State, Instant At, IReadOnlyDictionary<string, int> Counts);

    [BindProperty] public IFormFile? Given { get; set; }

    [BindProperty] public IFormFile? MapFile { get; set; }

    public IReadOnlyList<Line> Imports { get; private set; } = [];

    public string When(Instant at) => SpaceCalendar.Of(Here.Settings).Local(at).Date.PlainDay(CultureInfo.CurrentUICulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!May(SourceActs.Import)) return Forbidden();
        await Load(stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!May(SourceActs.Import)) return Forbidden();
        var outcome = Given?.Length > StartImport.MostBytes ? new Refusal("sources.import.too-large", nameof(Given), $"{StartImport.MostBytes >> 20}")
            : await start.Handle(new(Given?.FileName ?? "", await Bytes(Given, stop), MapFile is null ? null : await Text(MapFile, stop)), Actor, stop);
        if (outcome.Accepted) return Redirect($"{Request.PathBase}/donnees/importer/{outcome.Value.Id}");
        await Load(stop);
        return Refused(outcome.Plain);
    }

    private async Task Load(CancellationToken stop) =>
        Imports = await db.Set<PlaceImport>().AsNoTracking().OrderByDescending(i => i.CreatedAt).Take(50).Select(i => new Line(i.Id, i.Name, i.Source, i.State, i.AppliedAt ?? i.CreatedAt, i.Counts)).ToListAsync(stop);

    private static async Task<byte[]> Bytes(IFormFile? file, CancellationToken stop)
    {
        if (file is null) return [];
        using var sent = new MemoryStream();
        await file.CopyToAsync(sent, stop);
        return sent.ToArray();
    }

    private static async Task<string> Text(IFormFile file, CancellationToken stop)
    {
        if (file.Length > 1 << 20) return "?"; // no map is so long: the reader says what to give instead
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync(stop);
    }
}
