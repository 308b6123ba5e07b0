using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Data;
using Trame.Foundation.Pictures;
using Trame.Foundation.Privacy;
using Trame.Foundation.Spaces;

namespace Trame.Registers.Occasions;

/// <summary>The photos of a record: each with its words, its source and its place; one more, with what it must say.</summary>
public sealed class PhotosPage(TrameDb db, AddPhoto add, ChangePhotos change) : OccasionPage(db)
{
    [BindProperty] public int Version { get; set; }

    [BindProperty] public Guid PhotoId { get; set; }

    [BindProperty] public IFormFile? Photo { get; set; }

    [BindProperty] public string Alt { get; set; } = "";

    [BindProperty] public string PhotoSource { get; set; } = "";

    [BindProperty] public bool Agreed { get; set; }

    /// <summary>The photo whose form came back with a refusal; empty for the form of a new one.</summary>
    public Guid Refusing { get; private set; }

    public bool MayDescribe => Rights.May(Actor, OccasionActs.Describe, Occasion);

    private bool Unread => Warned(("occasions.photos.alt", Alt), ("occasions.photos.source", PhotoSource));

    public SpaceCalendar Calendar => SpaceCalendar.Of(Here.Settings);

    public async Task<IActionResult> OnGetAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        if (!MayDescribe) return Forbidden();
        Version = Occasion.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string shelf, string slug, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        if (!MayDescribe) return Forbidden();
        if (Photo?.Length > PictureReader.MostBytes) return await Answer(PictureReader.TooLarge(Photo.Length) with { Field = nameof(Photo) }, "", stop);
        if (Unread) return await Answer(Outcome.Of([PeopleWarning.Refusal, new Refusal("occasions.photos.again", nameof(Photo))]), "", stop);
        var sent = new MemoryStream();
        if (Photo is not null) await Photo.CopyToAsync(sent, stop);
        var outcome = await add.Handle(new(Occasion.Id, Version, sent.ToArray(), Alt, PhotoSource, Agreed), Actor, stop);
        if (!outcome.Accepted && outcome.Refusals.All(r => r.Field != nameof(Photo))) outcome = outcome.And(new Refusal("occasions.photos.again", nameof(Photo)));
        return await Answer(outcome, "occasions.photos.add.done", stop);
    }

    public Task<IActionResult> OnPostDescribeAsync(string shelf, string slug, CancellationToken stop) =>
        Change(shelf, slug, request => Unread ? Task.FromResult<Outcome>(PeopleWarning.Refusal) : change.Describe(request, Alt, PhotoSource, Actor, stop), "occasions.photos.describe.done", stop);

    public Task<IActionResult> OnPostRaiseAsync(string shelf, string slug, CancellationToken stop) =>
        Change(shelf, slug, request => change.Raise(request, Actor, stop), "occasions.photos.raise.done", stop);

    public Task<IActionResult> OnPostRemoveAsync(string shelf, string slug, CancellationToken stop) =>
        Change(shelf, slug, request => change.Remove(request, Actor, stop), "occasions.photos.remove.done", stop);

    private async Task<IActionResult> Change(string shelf, string slug, Func<ChangePhotos.Request, Task<Outcome>> act, string said, CancellationToken stop)
    {
        if (await Find(shelf, slug, stop) is { } elsewhere) return elsewhere;
        if (!MayDescribe) return Forbidden();
        Refusing = PhotoId;
        return await Answer(await act(new(Occasion.Id, Version, PhotoId)), said, stop);
    }

    private async Task<IActionResult> Answer(Outcome outcome, string said, CancellationToken stop)
    {
        if (outcome.Accepted)
        {
            Tell(said);
            return Redirect($"{ShowPath}/photos");
        }

        await Reload(stop);
        Version = Occasion.Version;
        ModelState.Remove(nameof(Version));
        return Refused(outcome);
    }
}
