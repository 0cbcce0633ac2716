using Kim.Portal.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kim.Portal.TagHelpers;

/// <summary>A table with a caption (resource key) in a region that scrolls by keyboard, too, on narrow screens.</summary>
[HtmlTargetElement("kern-table")]
public sealed class KernTableTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public required string Caption { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var rows = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "kim-table");
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-label", texts[Caption].Value);
        var caption = new TagBuilder("caption");
        caption.AddCssClass("kern-sr-only");
        caption.InnerHtml.Append(texts[Caption]);
        var table = new TagBuilder("table");
        table.AddCssClass("kern-table kern-table--small");
        table.InnerHtml.AppendHtml(caption).AppendHtml(rows);
        output.Content.SetHtmlContent(table);
    }
}

/// <summary>Plain HTML gets KERN's classes, so that pages read as HTML. An element with a class of its own is left alone.</summary>
[HtmlTargetElement("thead")]
[HtmlTargetElement("tbody")]
[HtmlTargetElement("tr")]
[HtmlTargetElement("th")]
[HtmlTargetElement("td")]
[HtmlTargetElement("h1")]
[HtmlTargetElement("h2")]
[HtmlTargetElement("h3")]
[HtmlTargetElement("p")]
[HtmlTargetElement("a")]
[HtmlTargetElement("ul")]
[HtmlTargetElement("dl")]
[HtmlTargetElement("dt")]
[HtmlTargetElement("dd")]
public sealed class KernMarkupTagHelper : TagHelper
{
    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        ["thead"] = "kern-table__head",
        ["tbody"] = "kern-table__body",
        ["tr"] = "kern-table__row",
        ["th"] = "kern-table__header",
        ["td"] = "kern-table__cell",
        ["h1"] = "kern-heading-x-large",
        ["h2"] = "kern-heading-medium",
        ["h3"] = "kern-heading-small",
        ["p"] = "kern-body",
        ["a"] = "kern-link",
        ["ul"] = "kern-list kern-list--bullet",
        ["dl"] = "kern-description-list",
        ["dt"] = "kern-description-list-item__key",
        ["dd"] = "kern-description-list-item__value",
    };

    /// <summary>A cell of numbers: aligned to the right.</summary>
    public bool Numeric { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (output.TagName is null || output.Attributes.ContainsName("class") || !Classes.TryGetValue(context.TagName, out var css)) return;
        output.Attributes.SetAttribute("class", Numeric ? $"{css} {css}--numeric" : css);
        if (context.TagName == "th" && !output.Attributes.ContainsName("scope")) output.Attributes.SetAttribute("scope", "col");
    }
}

/// <summary>One line of a description list. <c>label</c> is a resource key.</summary>
[HtmlTargetElement("kern-fact")]
public sealed class KernFactTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public required string Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "kern-description-list-item");
        output.Content.SetHtmlContent(Part("dt", "kern-description-list-item__key", texts[Label]));
        var fact = new TagBuilder("dd");
        fact.AddCssClass("kern-description-list-item__value");
        fact.InnerHtml.AppendHtml(value);
        output.Content.AppendHtml(fact);
    }

    private static TagBuilder Part(string name, string css, string text)
    {
        var part = new TagBuilder(name);
        part.AddCssClass(css);
        part.InnerHtml.Append(text);
        return part;
    }
}
