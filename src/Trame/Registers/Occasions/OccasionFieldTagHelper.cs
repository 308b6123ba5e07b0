using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Trame.Foundation.Ui;

namespace Trame.Registers.Occasions;

/// <summary><c>&lt;occasion-field field="@field" kind="@kind" value="@value" /&gt;</c>: the question of one field of the register, asked as its shape wants.</summary>
[HtmlTargetElement("occasion-field", Attributes = "field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OccasionFieldTagHelper(Texts texts, IModelMetadataProvider metadata) : TagHelper
{
    [HtmlAttributeName("field")] public required OccasionField Field { get; set; }

    [HtmlAttributeName("kind")] public OccasionKind Kind { get; set; }

    /// <summary>What is known or was typed, in canonical text.</summary>
    [HtmlAttributeName("value")] public string Value { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!; // set by the framework before Process

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        object known = Field.Shape switch
        {
            FieldShape.Choices => Value.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            FieldShape.YesNo => Value == "yes" ? "true" : "",
            _ => Value,
        };
        if (Field.MaxLength > 0 && Field.Shape is FieldShape.Line or FieldShape.Text) output.Attributes.SetAttribute("maxlength", Field.MaxLength);
        Attributes(output);
        var asked = new FieldTagHelper(texts)
        {
            For = new ModelExpression(Field.Key, metadata.GetModelExplorerForType(known.GetType(), known)),
            Label = texts[$"occasions.field.{Field.Key}"],
            HintText = Texts.Has($"occasions.hint.{Field.Key}") ? texts[$"occasions.hint.{Field.Key}"] : null,
            Type = TypeOf(Field.Shape),
            Options = Options(),
            Optional = !Field.Required,
            ViewContext = ViewContext,
        };
        asked.Process(context, output);
        // Boxes left empty are not sent: this says that the question was asked.
        if (Field.Shape is FieldShape.Choices or FieldShape.YesNo) output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"asked\" value=\"{Field.Key}\">");
    }

    private static string TypeOf(FieldShape shape) => shape switch
    {
        FieldShape.Text or FieldShape.Stops or FieldShape.Recurrence => "textarea",
        FieldShape.Choice => "select",
        FieldShape.Choices => "checkboxes",
        FieldShape.YesNo => "checkbox",
        FieldShape.Date => "date",
        FieldShape.Time => "time",
        FieldShape.Phone => "tel",
        FieldShape.Email => "email",
        _ => "text",
    };

    private void Attributes(TagHelperOutput output)
    {
        if (Field.Shape is FieldShape.Number or FieldShape.Coordinate) output.Attributes.SetAttribute("inputmode", Field.Shape == FieldShape.Number ? "numeric" : "decimal");
        if (Field.Shape == FieldShape.Url) output.Attributes.SetAttribute("inputmode", "url");
        if (Field.Shape == FieldShape.Territory) output.Attributes.SetAttribute("list", "communes");
        if (Field.Shape == FieldShape.Organisation) output.Attributes.SetAttribute("list", "organisations");
        if (Field.Required) output.Attributes.SetAttribute("aria-required", "true");
        output.Attributes.SetAttribute("autocomplete", "off"); // a place's phone is not the phone of who types it
    }

    private List<SelectListItem>? Options()
    {
        if (Field.Shape is not (FieldShape.Choice or FieldShape.Choices)) return null;
        var words = Field.Words(Kind).Select(w => new SelectListItem(texts[$"occasions.{Field.Key}.{w}"], w));
        return [.. Field.Shape == FieldShape.Choice ? words.Prepend(new SelectListItem(texts["occasions.choose"], "")) : words];
    }
}
