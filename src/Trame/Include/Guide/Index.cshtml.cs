using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Web;

namespace Trame.Include.Guide;

/// <summary>Comment faire ?</summary>
public sealed class GuideModel(UserGuide guide) : TramePage
{
    [BindProperty(SupportsGet = true, Name = "q")] public string Typed { get; set; } = "";

    public UserGuide Guide => guide;

    public IReadOnlyList<(GuideChapter Chapter, GuideSection Section)> Found { get; private set; } = [];

    public bool Asked => !string.IsNullOrWhiteSpace(Typed);

    public void OnGet() => Found = [.. guide.Chapters.SelectMany(c => c.Find(Typed), (c, s) => (c, s))];
}
