using Kim.Portal.Resources;
using Kim.Portal.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kim.Portal.TagHelpers;

/// <summary>
/// Every form that changes something carries a key made when it was rendered, and the version of what it changes: a double
/// submit has one effect, and a change on top of somebody else's is refused.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormKeyTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = FormState.Of(ViewContext.HttpContext);
        output.Attributes.SetAttribute("novalidate", null); // the browser's own messages are neither in our words nor in the summary
        output.PostContent.AppendHtml(Hidden(FormState.KeyField, state.RepeatedKey ?? Guid.NewGuid().ToString("N")));
        if (state.ETag is { } etag) output.PostContent.AppendHtml(Hidden(FormState.ETagField, etag));
    }

    private static TagBuilder Hidden(string name, string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "hidden";
        input.Attributes["name"] = name;
        input.Attributes["value"] = value;
        return input;
    }
}

/// <summary>All errors of the page above the form, each a link to its field; it takes the focus when the page comes back.</summary>
[HtmlTargetElement("kern-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KernErrorSummaryTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState
            .SelectMany(entry => entry.Value!.Errors.Take(1).Select(error => (Field: entry.Key, error.ErrorMessage)))
            .OrderBy(error => Place(error.Field))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "kern-alert kern-alert--danger");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("id", "error-summary");
        var header = Part("div", "kern-alert__header");
        var icon = Part("span", "kern-icon kern-icon--danger");
        icon.Attributes["aria-hidden"] = "true";
        var title = Part("h2", "kern-title");
        title.InnerHtml.Append(texts["Error.Summary"]);
        header.InnerHtml.AppendHtml(icon).AppendHtml(title);
        var list = Part("ul", "kern-list");
        foreach (var (field, message) in errors) list.InnerHtml.AppendHtml(Line(field, message));
        var body = Part("div", "kern-alert__body");
        body.InnerHtml.AppendHtml(list);
        output.Content.AppendHtml(header).AppendHtml(body);
    }

    // The model state has no order; forms declare their fields in the order in which they show them.
    private int Place(string field)
    {
        var input = ViewContext.ViewData.Model?.GetType().GetProperty("Input")?.PropertyType;
        var name = field.Split('.', '[').ElementAtOrDefault(1);
        return input is null || name is null ? -1 : Array.FindIndex(input.GetProperties(), property => property.Name == name);
    }

    private TagBuilder Line(string field, string message)
    {
        var line = new TagBuilder("li");
        if (field.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }

        var link = Part("a", "kern-link");
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_");
        var label = texts["Field." + field.Split('.')[^1]];
        link.InnerHtml.Append(label.ResourceNotFound ? message : $"{label.Value}: {message}");
        line.InnerHtml.AppendHtml(link);
        return line;
    }

    private static TagBuilder Part(string name, string css)
    {
        var part = new TagBuilder(name);
        part.AddCssClass(css);
        return part;
    }
}
