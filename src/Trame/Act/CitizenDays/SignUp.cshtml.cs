using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Act.CitizenDays;

/// <summary>« Je viens »: one person, a family, friends. A first name or none, wishes, and what each needs.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class SignUpPage(TrameDb db, ReadDay read, SignUpForDay signUp) : DayPage(db, read)
{
    [BindProperty] public string[] Names { get; set; } = [];

    /// <summary>« 0:peinture »: the person's place in the list, and what they know how to do; so for what they need.</summary>
    [BindProperty] public string[] Know { get; set; } = [];

    [BindProperty] public string[] Need { get; set; } = [];

    [BindProperty] public string[] Wishes { get; set; } = [];

    [BindProperty] public string[] Languages { get; set; } = [];

    [BindProperty] public string Quarter { get; set; } = "";

    [BindProperty] public string Reach { get; set; } = "";

    [BindProperty] public string Channel { get; set; } = "counter";

    [BindProperty] public string Company { get; set; } = "";

    /// <summary>How many they are.</summary>
    [BindProperty] public int People { get; set; } = 1;

    public IReadOnlyList<string> Skills => [.. Kept.SelectMany(s => s.Asks.Skills).Select(s => s.Skill).Distinct().Order(StringComparer.CurrentCulture)];

    public IReadOnlyList<string> Spoken => [.. Kept.SelectMany(s => s.Asks.Languages).Distinct().Order(StringComparer.CurrentCulture)];

    public async Task<IActionResult> OnGetAsync(string slug, int? personnes, CancellationToken stop)
    {
        if (!await Find(slug, stop) || IsOver) return NotFound();
        People = Math.Clamp(personnes ?? 1, 1, CitizenDays.SignUp.MostTogether);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (!await Find(slug, stop) || IsOver) return NotFound();
        People = Math.Clamp(People, 1, CitizenDays.SignUp.MostTogether);
        var wishes = Wishes.Where(w => w.Length > 0).Select(w => Kept.FirstOrDefault(s => s.Number.ToString(CultureInfo.InvariantCulture) == w)?.Id ?? Guid.Empty).ToList();
        Outcome<SignUp> outcome = Company.Length > 0 ? new Refusal("occasions.propose.machine")
            : await signUp.Handle(new(Day.Id, [.. Enumerable.Range(0, People).Select(Person)], wishes, Languages, Quarter, Reach, Through(Channel)), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome.Plain);
        Tell("days.signed-up");
        return Redirect($"{Request.PathBase}/inscriptions/{outcome.Value.Code}");
    }

    private SignedPerson Person(int n) => new(n < Names.Length ? Names[n] : "", Of(Know, n), Of(Need, n));

    private static List<string> Of(string[] said, int person) => [.. said.Where(s => s.StartsWith($"{person}:", StringComparison.Ordinal)).Select(s => s[(s.IndexOf(':', StringComparison.Ordinal) + 1)..])];
}
