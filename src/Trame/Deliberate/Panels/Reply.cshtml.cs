using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trame.Foundation.Data;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Panels;

/// <summary>Somebody answers their letter; or who keeps the convention types an answer that came on paper or by telephone. It counts the same.</summary>
[EnableRateLimiting(RateLimits.Propose)]
public sealed class ReplyPage(TrameDb db, AnswerLetter answer) : ConventionPage(db)
{
    [BindProperty] public string Code { get; set; } = "";
    [BindProperty] public string Comes { get; set; } = "";
    [BindProperty] public string[] Value { get; set; } = [];
    [BindProperty] public string[] Needs { get; set; } = [];
    [BindProperty] public bool Eligible { get; set; }
    [BindProperty] public string Reach { get; set; } = "";

    public bool Done { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, [FromQuery(Name = "code")] string? code, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        Response.Headers.CacheControl = "no-store";
        Code = code ?? "";
        if (MayKeep) Channel = "paper";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken stop)
    {
        if (await Find(slug, stop) is { } elsewhere) return elsewhere;
        Outcome outcome = Comes is not ("yes" or "no") ? new Refusal("convention.reply.missing", "Comes")
            : await answer.Handle(new(Convention.Id, Code, Comes == "yes", Value, Needs, Eligible, Reach, Spoken()), Actor, stop);
        if (!outcome.Accepted) return Refused(outcome);
        if (MayKeep)
        {
            Tell("convention.reply.typed", Code);
            return Redirect($"{Path}/repondre");
        }

        Done = true;
        return Page();
    }
}
