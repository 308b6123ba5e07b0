using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Act.Commons;

/// <summary>Que tenons-nous en commun ? What people hold together here, who may use it, what waits to be looked after.</summary>
public sealed class ListPage(TrameDb db) : TramePage
{
    private const int Most = 300;

    public IReadOnlyList<CommonLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var today = SpaceCalendar.Of(Here.Settings).Today(db.Now);
        var found = await (from good in db.Set<CommonGood>().AsNoTracking()
                           join occasion in db.Set<Occasion>() on good.OccasionId equals occasion.Id
                           where occasion.Status != OccasionStatus.Closed && occasion.Status != OccasionStatus.Proposed && occasion.MergedIntoId == null
                           orderby occasion.SortName, occasion.Id
                           select new { good, occasion, late = db.Set<CommonEntry>().Count(e => e.GoodId == good.Id && e.DoneOn == null && e.DueOn < today) }).Take(Most).ToListAsync(stop);
        Lines = found.ConvertAll(f => new CommonLine(f.occasion, f.good, f.late));
    }
}
