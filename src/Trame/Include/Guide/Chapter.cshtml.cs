using Microsoft.AspNetCore.Mvc;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Include.Guide;

/// <summary>One chapter of the guide, or all of them on one page to print (<c>/aide/tout</c>).</summary>
public sealed class GuideChapterModel(UserGuide guide) : TramePage
{
    public const string Whole = "tout";

    public UserGuide Guide => guide;

    public IReadOnlyList<GuideChapter> Chapters { get; private set; } = [];

    public bool IsWhole { get; private set; }

    public string Title => IsWhole ? Texts.Get("guide.all.title") : Chapters[0].Title;

    public IActionResult OnGet(string chapitre)
    {
        IsWhole = chapitre == Whole;
        if (IsWhole) Chapters = guide.Chapters;
        else if (guide.Named(chapitre) is { } chapter) Chapters = [chapter];
        else return NotFound();
        return Page();
    }
}
