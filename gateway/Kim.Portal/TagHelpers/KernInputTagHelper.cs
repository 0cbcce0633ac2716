using Kim.Portal.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kim.Portal.TagHelpers;

/// <summary>A text field; date, time and number by the type of the property, several lines with <c>rows</c>.</summary>
[HtmlTargetElement("kern-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KernInputTagHelper(IStringLocalizer<Texts> texts) : FieldTagHelper(texts)
{
    public int Rows { get; set; }

    public string? Autocomplete { get; set; }

    public int? Min { get; set; }

    public int? Max { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = Rows > 0 ? TextArea() : Input();
        control.Attributes["id"] = Id;
        control.Attributes["name"] = Name;
        control.Attributes["autocomplete"] = Autocomplete ?? "off";
        if (IsRequired) control.Attributes["aria-required"] = "true";
        Describe(control);
        Frame(output, control);
    }

    private TagBuilder Input()
    {
        var type = Type();
        var input = Tag("input", Css, null);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = type;
        input.Attributes["value"] = Value;
        if (type == "number" && Min is { } min) input.Attributes["min"] = min.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (type == "number" && Max is { } max) input.Attributes["max"] = max.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return input;
    }

    private TagBuilder TextArea()
    {
        var area = Tag("textarea", Css, Value);
        area.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return area;
    }

    private string Css => Error is null ? "kern-form-input__input" : "kern-form-input__input kern-form-input__input--error";

    private string Type()
    {
        var type = For.Metadata.UnderlyingOrModelType;
        if (type == typeof(DateOnly)) return "date";
        if (type == typeof(TimeOnly)) return "time";
        return type == typeof(int) ? "number" : "text";
    }
}

/// <summary>A choice of one from a list.</summary>
[HtmlTargetElement("kern-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KernSelectTagHelper(IStringLocalizer<Texts> texts) : FieldTagHelper(texts)
{
    private readonly IStringLocalizer<Texts> _texts = texts;

    public IEnumerable<SelectListItem> Options { get; set; } = [];

    /// <summary>Resource key of the first, empty choice.</summary>
    public string Empty { get; set; } = "Field.Choose";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var select = Tag("select", Error is null ? "kern-form-input__select" : "kern-form-input__select kern-form-input__select--error", null);
        select.Attributes["id"] = Id;
        select.Attributes["name"] = Name;
        if (IsRequired) select.Attributes["aria-required"] = "true";
        Describe(select);
        select.InnerHtml.AppendHtml(Option(new SelectListItem(_texts[Empty], "")));
        foreach (var option in Options) select.InnerHtml.AppendHtml(Option(option));
        var wrapper = Tag("div", "kern-form-input__select-wrapper", null);
        wrapper.InnerHtml.AppendHtml(select);
        Frame(output, wrapper);
    }

    private TagBuilder Option(SelectListItem item)
    {
        var option = new TagBuilder("option");
        option.Attributes["value"] = item.Value;
        if (item.Value == (Value ?? "")) option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(item.Text);
        return option;
    }
}
