using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Ui;

namespace Trame.Registers.People;

/// <summary>The security journal, for those who answer for the space.</summary>
public sealed class JournalPage(ReadJournal journal) : PeoplePage
{
    [BindProperty(SupportsGet = true, Name = "quoi")] public string Kind { get; set; } = "";
    [BindProperty(SupportsGet = true, Name = "apres")] public Guid? After { get; set; }

    public ReadJournal.Read Read { get; private set; } = new([], null);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var read = await journal.Handle(Kind, After, Actor, stop);
        if (!read.Accepted) return Forbidden();
        Read = read.Value;
        return Page();
    }

    /// <summary>A role or a way in is kept as its word; an address is shown as it is.</summary>
    public static string Detail(string detail) =>
        EnumWords.TryRead<Role>(detail, out var role) ? RoleName(role) : EnumWords.TryRead<SignInKind>(detail, out _) ? Texts.Get($"people.way.{detail}") : detail;
}
