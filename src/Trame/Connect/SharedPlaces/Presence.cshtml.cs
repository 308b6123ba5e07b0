using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;

namespace Trame.Connect.SharedPlaces;

/// <summary>The sheet of an opening: a line to tick for each who comes, a square for those who have a phone. Nobody writes a name.</summary>
public sealed class PresencePage(TrameDb db) : PlacePage(db)
{
    public const int Lines = 30;

    public Opening? Opening { get; private set; }

    public string Address => $"{Request.Scheme}://{Request.Host}{Request.PathBase}/je-suis-la/{Opening?.DoorCode}";

    public async Task<IActionResult> OnGetAsync(string slug, Guid? ouverture, CancellationToken stop)
    {
        if (await Enter(slug, stop) is { } elsewhere) return elsewhere;
        Opening = await Db.Set<Opening>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == ouverture && s.PlaceId == Occasion.Id, stop);
        return ouverture is not null && Opening is null ? NotFound() : Page();
    }
}
