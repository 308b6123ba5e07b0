using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;

namespace Trame.Foundation.Ui;

/// <summary>What one answers with: an input, a list, or boxes to tick. <see cref="FieldTagHelper"/> puts the words around it.</summary>
/// <param name="Name">The name under which the answer is sent.</param>
/// <param name="Kind">An HTML input type, or textarea, select, checkbox, switch, checkboxes, radios.</param>
/// <param name="Values">What is typed or ticked now, as it would be sent.</param>
public sealed record FieldControl(string Name, string Kind, IReadOnlyList<string> Values)
{
    private const int MostInLine = 5; // beyond, in columns where there is room

    private static readonly string[] Inputs =
        ["text", "email", "tel", "url", "number", "date", "time", "datetime-local", "month", "week", "password", "search", "file"];

    public string Id => IdOf(Name);
    public IReadOnlyList<SelectListItem> Options { get; init; } = [];
    public string? DescribedBy { get; init; }
    public bool Refused { get; init; }
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Several boxes answer one question: they need a fieldset and its legend.</summary>
    public bool IsGroup => Kind is "checkboxes" or "radios";

    /// <summary>A box whose label comes after it.</summary>
    public bool IsTick => Kind is "checkbox" or "switch";

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    /// <summary>The values of a question: what was typed if the form came back, what is known otherwise.</summary>
    public static IReadOnlyList<string> ValuesOf(ModelStateEntry? typed, object? known) => (typed?.RawValue, known) switch
    {
        (string one, _) => [one],
        (IEnumerable<string> several, _) => [.. several],
        (_, null) => [],
        (_, string text) => [text],
        (_, IEnumerable several) => [.. several.Cast<object?>().Where(v => v is not null).Select(v => Sent(v!))],
        var (_, value) => [Sent(value)],
    };

    /// <exception cref="InvalidOperationException">The page asks for a kind of answer that does not exist.</exception>
    public IHtmlContent Render() => Kind switch
    {
        "textarea" => TextArea(),
        "select" => Select(),
        "checkbox" or "switch" => Tick(),
        "checkboxes" or "radios" => Choices(),
        _ when Inputs.Contains(Kind) => Input(),
        _ => throw new InvalidOperationException($"<field for=\"{Name}\" type=\"{Kind}\">: the type is one of {string.Join(", ", Inputs)}, textarea, select, checkbox, switch, checkboxes, radios."),
    };

    private static string Sent(object value) => value switch
    {
        bool ticked => ticked ? "true" : "false",
        LocalDate or LocalTime or DateOnly or TimeOnly => string.Format(CultureInfo.InvariantCulture, value is LocalDate or DateOnly ? "{0:yyyy-MM-dd}" : "{0:HH:mm}", value),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private TagBuilder Control(string tag, string cssClass)
    {
        var control = new TagBuilder(tag);
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        control.AddCssClass(cssClass);
        foreach (var (key, value) in Attributes) control.MergeAttribute(key, value, replaceExisting: true);
        if (DescribedBy is not null) control.Attributes["aria-describedby"] = DescribedBy;
        if (Refused) control.Attributes["aria-invalid"] = "true";
        return control;
    }

    private TagBuilder Input()
    {
        var input = Control("input", "field__input");
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = Kind;
        // A browser refuses a value for a file, and a password is never sent back.
        if (Kind is not ("file" or "password") && Values.Count > 0) input.Attributes["value"] = Values[0];
        return input;
    }

    private TagBuilder TextArea()
    {
        var area = Control("textarea", "field__input");
        area.Attributes.TryAdd("rows", "4");
        area.InnerHtml.AppendHtml("\n").Append(Values.FirstOrDefault() ?? ""); // HTML drops the first line break: ours, not theirs
        return area;
    }

    private TagBuilder Select()
    {
        var list = Control("select", "field__input");
        foreach (var option in Options)
        {
            var item = new TagBuilder("option");
            item.Attributes["value"] = option.Value;
            if (Chosen(option)) item.Attributes["selected"] = "selected";
            if (option.Disabled) item.Attributes["disabled"] = "disabled";
            item.InnerHtml.Append(option.Text);
            list.InnerHtml.AppendHtml(item);
        }
        return list;
    }

    private TagBuilder Tick()
    {
        var tick = Control("input", Kind == "switch" ? "choice__input choice__input--switch" : "choice__input");
        tick.TagRenderMode = TagRenderMode.SelfClosing;
        tick.Attributes["type"] = "checkbox";
        if (Kind == "switch") tick.Attributes["role"] = "switch";
        tick.Attributes["value"] = "true";
        if (Values.Contains("true", StringComparer.OrdinalIgnoreCase)) tick.Attributes["checked"] = "checked";
        return tick;
    }

    private TagBuilder Choices()
    {
        var all = new TagBuilder("div");
        all.AddCssClass(Options.Count > MostInLine ? "choices choices--many" : "choices");
        for (var i = 0; i < Options.Count; i++)
        {
            var option = Options[i];
            var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            var id = i == 0 ? Id : $"{Id}-{i}"; // a refusal links to the first box
            input.AddCssClass("choice__input");
            input.Attributes["type"] = Kind == "radios" ? "radio" : "checkbox";
            input.Attributes["id"] = id;
            input.Attributes["name"] = Name;
            input.Attributes["value"] = option.Value;
            if (Chosen(option)) input.Attributes["checked"] = "checked";
            if (option.Disabled) input.Attributes["disabled"] = "disabled";
            var label = new TagBuilder("label");
            label.AddCssClass("choice__label");
            label.Attributes["for"] = id;
            label.InnerHtml.Append(option.Text);
            var choice = new TagBuilder("div");
            choice.AddCssClass("choice");
            choice.InnerHtml.AppendHtml(input).AppendHtml(label);
            all.InnerHtml.AppendHtml(choice);
        }
        return all;
    }

    private bool Chosen(SelectListItem option) => Values.Count == 0 ? option.Selected : Values.Contains(option.Value);
}
