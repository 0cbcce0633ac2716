using Kim.Portal.Resources;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kim.Portal.TagHelpers;

/// <summary>The outcome of a requirement: a sign and a word; no colour is needed to tell them apart.</summary>
[HtmlTargetElement("kim-outcome", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OutcomeTagHelper(IStringLocalizer<Texts> texts) : TagHelper
{
    private static readonly Dictionary<string, string> Signs = new(StringComparer.Ordinal)
    {
        ["MET"] = "✓", ["EX"] = "✓", ["NA"] = "–", ["REV"] = "?", ["NOT"] = "✗", ["SUSP"] = "‖",
    };

    public required string Code { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "kim-outcome kim-outcome--" + Code.ToLowerInvariant());
        var sign = new TagBuilder("span");
        sign.Attributes["aria-hidden"] = "true";
        sign.InnerHtml.Append(Signs.GetValueOrDefault(Code, "·"));
        var word = texts["Outcome." + Code];
        output.Content.AppendHtml(sign).Append(" " + (word.ResourceNotFound ? Code : word.Value));
    }
}
