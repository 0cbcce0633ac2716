using Kim.Portal.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kim.Portal.TagHelpers;

/// <summary>A button, or with <c>href</c> a link that looks like one. <c>text</c> is a resource key.</summary>
[HtmlTargetElement("kern-button", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KernButtonTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public required string Text { get; set; }

    /// <summary><c>primary</c>, <c>secondary</c> or <c>tertiary</c>.</summary>
    public string Kind { get; set; } = "primary";

    public string? Href { get; set; }

    public bool Small { get; set; }

    /// <summary>What the button acts on, for those who hear it without its surroundings.</summary>
    public string? About { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "button" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"kern-btn kern-btn--{Kind}" + (Small ? " kern-btn--x-small" : ""));
        if (Href is null) output.Attributes.SetAttribute("type", "submit");
        else output.Attributes.SetAttribute("href", Href);
        var label = new TagBuilder("span");
        label.AddCssClass("kern-label");
        label.InnerHtml.Append(texts[Text]);
        output.Content.AppendHtml(label);
        if (About is not null) output.Attributes.SetAttribute("aria-label", $"{texts[Text]}: {About}");
    }
}

/// <summary>A message in the page: <c>info</c>, <c>success</c>, <c>warning</c> or <c>danger</c>. <c>title</c> is a resource key.</summary>
[HtmlTargetElement("kern-alert")]
public sealed class KernAlertTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    public string Kind { get; set; } = "info";

    public required string Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", $"kern-alert kern-alert--{Kind}");
        output.Attributes.SetAttribute("role", Kind == "danger" ? "alert" : "status");
        var header = Part("kern-alert__header");
        var icon = new TagBuilder("span");
        icon.AddCssClass($"kern-icon kern-icon--{Kind}");
        icon.Attributes["aria-hidden"] = "true";
        var title = new TagBuilder("span");
        title.AddCssClass("kern-title");
        title.InnerHtml.Append(texts[Title]);
        header.InnerHtml.AppendHtml(icon).AppendHtml(title);
        output.Content.SetHtmlContent(header);
        if (inner.IsEmptyOrWhiteSpace) return;
        var body = Part("kern-alert__body");
        body.InnerHtml.AppendHtml(inner);
        output.Content.AppendHtml(body);
    }

    private static TagBuilder Part(string css)
    {
        var part = new TagBuilder("div");
        part.AddCssClass(css);
        return part;
    }
}

/// <summary>A state in a word and a colour; the word alone says it.</summary>
[HtmlTargetElement("kern-badge", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KernBadgeTagHelper : TagHelper
{
    public string Kind { get; set; } = "info";

    public required string Text { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"kern-badge kern-badge--small kern-badge--{Kind}");
        var label = new TagBuilder("span");
        label.AddCssClass("kern-label kern-label--small");
        label.InnerHtml.Append(Text);
        output.Content.AppendHtml(label);
    }
}
