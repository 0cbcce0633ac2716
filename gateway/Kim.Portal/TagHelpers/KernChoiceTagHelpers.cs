using Kim.Portal.Resources;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Kim.Portal.TagHelpers;

/// <summary>A group of choices: one (<c>kern-radios</c>) or several (<c>kern-checkboxes</c>) of few.</summary>
[HtmlTargetElement("kern-radios", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("kern-checkboxes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KernChoiceTagHelper(IStringLocalizer<Texts> texts) : FieldTagHelper(texts)
{
    public IEnumerable<SelectListItem> Options { get; set; } = [];

    public bool Horizontal { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var kind = context.TagName == "kern-radios" ? "radio" : "checkbox";
        var chosen = Chosen();
        var body = Tag("div", Horizontal ? "kern-fieldset__body kern-fieldset__body--horizontal" : "kern-fieldset__body", null);
        var number = 0;
        foreach (var option in Options) body.InnerHtml.AppendHtml(Choice(kind, option, $"{Id}-{number++}", chosen.Contains(option.Value)));
        GroupFrame(output, body);
    }

    private TagBuilder Choice(string kind, SelectListItem option, string id, bool isChosen)
    {
        var input = Tag("input", $"kern-form-check__{kind}", null, id);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = kind;
        input.Attributes["name"] = Name;
        input.Attributes["value"] = option.Value;
        if (isChosen) input.Attributes["checked"] = "checked";
        var label = Tag("label", "kern-label", option.Text);
        label.Attributes["for"] = id;
        var choice = Tag("div", "kern-form-check", null);
        choice.InnerHtml.AppendHtml(input).AppendHtml(label);
        return choice;
    }

    private HashSet<string> Chosen()
    {
        if (ViewContext.ModelState.TryGetValue(Name, out var entry) && entry.RawValue is not null)
            return entry.RawValue is string[] several ? [.. several] : [entry.RawValue.ToString()!];
        return For.Model switch
        {
            IEnumerable<string> several => [.. several],
            null => [],
            var one => [one.ToString()!],
        };
    }
}

/// <summary>A single yes.</summary>
[HtmlTargetElement("kern-checkbox", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KernCheckboxTagHelper(IStringLocalizer<Texts> texts) : FieldTagHelper(texts)
{
    private readonly IStringLocalizer<Texts> _texts = texts;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var input = Tag("input", "kern-form-check__checkbox", null, Id);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = "checkbox";
        input.Attributes["name"] = Name;
        input.Attributes["value"] = "true";
        if (Value is "true" or "True") input.Attributes["checked"] = "checked";
        Describe(input);
        var label = Tag("label", "kern-label", _texts[Label ?? "Field." + For.Name.Split('.')[^1]]);
        label.Attributes["for"] = Id;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "kim-check");
        var check = Tag("div", "kern-form-check", null);
        check.InnerHtml.AppendHtml(input).AppendHtml(label);
        output.Content.AppendHtml(check);
        foreach (var part in (IHtmlContent?[])[HintText(), ErrorText()])
            if (part is not null) output.Content.AppendHtml(part);
    }
}
