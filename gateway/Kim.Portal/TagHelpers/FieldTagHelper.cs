using System.Globalization;
using Kim.Portal.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kim.Portal.TagHelpers;

/// <summary>
/// What all KERN fields share: label, hint and error are tied to the control; texts come from the resources under
/// <c>Field.{Property}</c> and <c>Hint.{Property}</c> unless the page names others.
/// </summary>
public abstract class FieldTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public required ModelExpression For { get; set; }

    /// <summary>Resource key of the label, or a word that already comes from a vocabulary.</summary>
    public string? Label { get; set; }

    /// <summary>Resource key of the hint.</summary>
    public string? Hint { get; set; }

    /// <summary>False where 'optional' would mislead: filters, and forms of which the page asks one field at a time.</summary>
    public bool MarkOptional { get; set; } = true;

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    protected string Id => TagBuilder.CreateSanitizedId(Name, "_");

    protected bool IsRequired => For.Metadata.ValidatorMetadata.OfType<System.ComponentModel.DataAnnotations.RequiredAttribute>().Any();

    protected string? Error => ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;

    /// <summary>What the control shows: what was typed, also when it was wrong, else the model's value.</summary>
    protected string? Value =>
        ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.AttemptedValue is { } typed ? typed : Formatted(For.Model);

    protected IHtmlContent LabelText()
    {
        var label = new HtmlContentBuilder().Append(Label is null ? Text("Field." + Property) ?? Property : Text(Label) ?? Label);
        if (MarkOptional && !IsRequired) label.AppendHtml(Tag("span", "kern-label__optional", " – " + texts["Field.Optional"]));
        return label;
    }

    protected TagBuilder? HintText() => Text(Hint ?? "Hint." + Property) is { } hint ? Tag("div", "kern-hint", hint, Id + "-hint") : null;

    protected TagBuilder? ErrorText()
    {
        if (Error is not { } error) return null;
        var text = Tag("p", "kern-error", null, Id + "-error");
        var icon = Tag("span", "kern-icon kern-icon--danger kern-icon--default", null);
        icon.Attributes["aria-hidden"] = "true";
        text.InnerHtml.AppendHtml(icon).AppendHtml(Tag("span", "kern-body", error));
        return text;
    }

    protected void Describe(TagBuilder control)
    {
        var describedBy = string.Join(' ', new[] { HintText() is null ? null : Id + "-hint", Error is null ? null : Id + "-error" }.Where(id => id is not null));
        if (describedBy.Length > 0) control.Attributes["aria-describedby"] = describedBy;
        if (Error is not null) control.Attributes["aria-invalid"] = "true";
    }

    /// <summary>The frame of a single control: label, hint, control, error.</summary>
    protected void Frame(TagHelperOutput output, IHtmlContent control)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "kern-form-input" : "kern-form-input kern-form-input--error");
        var label = Tag("label", "kern-label", null);
        label.Attributes["for"] = Id;
        label.InnerHtml.AppendHtml(LabelText());
        output.Content.AppendHtml(label);
        if (HintText() is { } hint) output.Content.AppendHtml(hint);
        output.Content.AppendHtml(control);
        if (ErrorText() is { } error) output.Content.AppendHtml(error);
    }

    /// <summary>The frame of a group of choices: a fieldset whose legend is the label.</summary>
    protected void GroupFrame(TagHelperOutput output, IHtmlContent choices)
    {
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Error is null ? "kern-fieldset" : "kern-fieldset kern-fieldset--error");
        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("tabindex", "-1");
        if (HintText() is not null) output.Attributes.SetAttribute("aria-describedby", Id + "-hint");
        var legend = Tag("legend", "kern-label", null);
        legend.InnerHtml.AppendHtml(LabelText());
        output.Content.AppendHtml(legend);
        if (HintText() is { } hint) output.Content.AppendHtml(hint);
        output.Content.AppendHtml(choices);
        if (ErrorText() is { } error) output.Content.AppendHtml(error);
    }

    protected static TagBuilder Tag(string name, string css, string? text, string? id = null)
    {
        var tag = new TagBuilder(name);
        tag.AddCssClass(css);
        if (id is not null) tag.Attributes["id"] = id;
        if (text is not null) tag.InnerHtml.Append(text);
        return tag;
    }

    private string Property => For.Name.Split('.')[^1];

    private string? Text(string key) => texts[key] is { ResourceNotFound: false } found ? found.Value : null;

    private static string? Formatted(object? value) => value switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
