using NodaTime;
using Trame.Foundation.Web;

namespace Trame.Registers.Occasions;

/// <summary>The next dates of a rule while it is being typed; a piece of the form, for those who have scripts.</summary>
public sealed class NextDatesPage(OccasionForm form) : TramePage
{
    public IReadOnlyList<LocalDateTime>? Dates { get; private set; }

    public void OnGet() => Dates = form.Dates(OccasionKind.Moment, OccasionForm.Read(new FormCollection(Request.Query.ToDictionary(q => q.Key, q => q.Value)), OccasionKind.Moment));
}
