using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Exports;

namespace Trame.Observe.OpenData;

/// <summary>Que dit ce format, et que ne peut-il pas dire ?</summary>
public sealed class FormatModel(ExportRegister export, SpaceMemory memory) : TramePage
{
    public OpenFormat Format { get; private set; } = null!; // found, or 404

    public ExportTally Tally { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string format, CancellationToken stop)
    {
        if (OpenFormats.Find(format) is not { } known) return NotFound();
        Format = known;
        Tally = await GiveFormat.Weigh(known, export, Here, memory, stop);
        return Page();
    }
}
