using Trame.Foundation.Data;
using Trame.Registers.Occasions;

namespace Trame.Registers.Sources;

/// <summary>Records that a source named once and no longer names: somebody goes and sees.</summary>
internal sealed class VanishedQueue : IDeskQueue
{
    public string Name => "vanished";

    public string Remedy => "etat";

    public Foundation.Web.Act Only => SourceActs.Import;

    public IQueryable<Occasion> Of(TrameDb db, IQueryable<Occasion> living) => living.Where(o => db.Set<SourcePlace>().Any(s => s.PlaceId == o.Id && s.VanishedAt != null));
}
