using System.Linq.Expressions;
using NodaTime;

namespace Trame.Registers.Occasions;

// One definition of « à confirmer »: the home page, the desk and the search (fraicheur=ancien) give the same number.
public abstract partial class Occasion
{
    /// <summary>Open, and neither said by its source nor verified by anyone since then.</summary>
    public static Expression<Func<Occasion, bool>> ToConfirm(Instant since) =>
        o => o.Status == OccasionStatus.Open && o.MergedIntoId == null && o.SourceAt < since && (o.VerifiedAt == null || o.VerifiedAt < since);
}
