using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using NodaTime;

namespace Trame.Foundation.Ui;

/// <summary>
/// <c>&lt;field for="Value" text="places.nearest-stop" hint="places.nearest-stop.hint" /&gt;</c>: one question of a form, with its label,
/// its hint, its refusal and its input, joined by a single <c>aria-describedby</c>. What was typed stays when the form comes back.
/// Attributes that are not listed here (autocomplete, min, maxlength, rows...) go to the input.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(Texts texts) : TagHelper
{
    [HtmlAttributeName("for")] public required ModelExpression For { get; set; }

    /// <summary>Key of the label.</summary>
    [HtmlAttributeName("text")] public string? Text { get; set; }

    /// <summary>The label itself, when it comes from data and has no key.</summary>
    [HtmlAttributeName("label")] public string? Label { get; set; }

    /// <summary>Key of the hint.</summary>
    [HtmlAttributeName("hint")] public string? Hint { get; set; }

    /// <summary>The hint itself, when it comes from data and has no key.</summary>
    [HtmlAttributeName("hint-text")] public string? HintText { get; set; }

    [HtmlAttributeName("type")] public string? Type { get; set; }

    [HtmlAttributeName("options")] public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>Says that the question may be left empty.</summary>
    [HtmlAttributeName("optional")] public bool Optional { get; set; }

    /// <summary>The answer may speak of people: recalls what must not be written.</summary>
    [HtmlAttributeName("about-people")] public bool AboutPeople { get; set; }

    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!; // set by the framework before Process

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        ViewContext.ModelState.TryGetValue(name, out var state);
        var refusals = state?.Errors.Select(error => error.ErrorMessage).ToList() ?? [];
        var id = FieldControl.IdOf(name);
        var hint = HintText ?? (Hint is null ? null : texts[Hint]);
        string[] described = [.. hint is null ? [] : (string[])[$"{id}-hint"], .. AboutPeople ? (string[])[$"{id}-people"] : [], .. refusals.Count == 0 ? [] : (string[])[$"{id}-refus"]];

        var control = new FieldControl(name, Type ?? KindOf(For.ModelExplorer.ModelType), FieldControl.ValuesOf(state, For.Model))
        {
            Options = Options is null ? [] : [.. Options],
            DescribedBy = described.Length == 0 ? null : string.Join(' ', described),
            Refused = refusals.Count > 0,
            Attributes = output.Attributes.Where(a => a.Name != "class").ToDictionary(a => a.Name, a => a.Value?.ToString() ?? ""),
        };
        Surround(output, control);
        var label = LabelOf(control);
        var box = control.Render();
        output.Content.AppendHtml(control.IsTick ? Row(box, label) : label);
        if (hint is not null) output.Content.AppendHtml(Paragraph("field__hint", $"{id}-hint", hint));
        if (AboutPeople) output.Content.AppendHtml(Paragraph("field__people", $"{id}-people", texts["ui.field.about-people"]));
        if (refusals.Count > 0) output.Content.AppendHtml(Paragraph("field__refusal", $"{id}-refus", string.Join(' ', refusals)));
        if (!control.IsTick) output.Content.AppendHtml(box);
    }

    private static string KindOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(bool) => "checkbox",
        var t when t == typeof(LocalDate) || t == typeof(DateOnly) => "date",
        var t when t == typeof(LocalTime) || t == typeof(TimeOnly) => "time",
        var t when t == typeof(int) || t == typeof(long) => "number",
        _ => "text",
    };

    private static void Surround(TagHelperOutput output, FieldControl control)
    {
        output.TagName = control.IsGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", string.Join(' ', ((string?[])["field", control.Refused ? "field--refused" : null, own]).OfType<string>()));
        if (control is { IsGroup: true, DescribedBy: { } described }) output.Attributes.SetAttribute("aria-describedby", described);
    }

    private TagBuilder LabelOf(FieldControl control)
    {
        var label = new TagBuilder(control.IsGroup ? "legend" : "label");
        label.AddCssClass(control.IsTick ? "choice__label" : "field__label");
        if (!control.IsGroup) label.Attributes["for"] = control.Id;
        label.InnerHtml.Append(Label ?? texts[Text ?? throw new InvalidOperationException($"<field for=\"{For.Name}\"> needs text=\"a key\" or label=\"words\".")]);
        if (!Optional) return label;
        var optional = new TagBuilder("span");
        optional.AddCssClass("field__optional");
        optional.InnerHtml.Append($" {texts["ui.field.optional"]}");
        label.InnerHtml.AppendHtml(optional);
        return label;
    }

    private static TagBuilder Paragraph(string cssClass, string id, string words)
    {
        var paragraph = new TagBuilder("p");
        paragraph.AddCssClass(cssClass);
        paragraph.Attributes["id"] = id;
        paragraph.InnerHtml.Append(words);
        return paragraph;
    }

    private static TagBuilder Row(IHtmlContent box, IHtmlContent label)
    {
        var row = new TagBuilder("div");
        row.AddCssClass("choice");
        row.InnerHtml.AppendHtml(box).AppendHtml(label);
        return row;
    }
}
