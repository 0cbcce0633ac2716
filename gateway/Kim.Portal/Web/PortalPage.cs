using System.Globalization;
using Kim.Portal.Api;
using Kim.Portal.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Kim.Portal.Web;

/// <summary>What every page with forms shares: the form's key, and problems of the API as messages at the right field.</summary>
public abstract class PortalPage : PageModel
{
    private static readonly string[] StepWords = ["Phase.", "ProcedureState.", "StepState.", "Allowed."];

    [BindProperty(Name = FormState.KeyField)]
    public string? PostedKey { get; set; }

    [BindProperty(Name = FormState.ETagField)]
    public string? PostedETag { get; set; }

    protected FormKey Key => new(PostedKey, PostedETag);

    protected FormState Form => FormState.Of(HttpContext);

    protected IStringLocalizer<Texts> T => HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();

    /// <summary>Goes on to a page that says what was done (a reload repeats nothing), or notes the problem and answers null.</summary>
    protected IActionResult? Done<TValue>(ApiResult<TValue> result, string message, string next)
    {
        if (result.Problem is { } problem)
        {
            Note(problem);
            return null;
        }

        TempData["done"] = message;
        return LocalRedirect(next);
    }

    /// <summary>The page again, with the status of what is wrong.</summary>
    protected PageResult Again()
    {
        var result = Page();
        result.StatusCode = HttpContext.Items["status"] as int? ?? StatusCodes.Status400BadRequest;
        return result;
    }

    protected void Note(Problem problem)
    {
        if (problem.Status is 401 or 404 or 403) throw new ApiException(problem);
        HttpContext.Items["status"] = problem.Status;
        if (problem.Errors.Count == 0) ModelState.AddModelError("", Sentence(problem));
        foreach (var (field, messages) in problem.Errors) ModelState.AddModelError(FieldOf(field), AtField(problem, messages));
    }

    private string Sentence(Problem problem)
    {
        var text = Known("Guard." + problem.Guard) ?? Known("Problem." + problem.Code) ?? problem.Title ?? T["Problem.other"].Value;
        if (problem.Allowed.Count > 0) text += " " + T["Problem.Allowed", string.Join(", ", problem.Allowed.Select(Step))].Value;
        if (problem.IsOutage && problem.TraceId is { } trace) text += " " + T["Problem.Reference", trace].Value;
        return text;
    }

    private string Step(string code) => StepWords.Select(group => Known(group + code)).FirstOrDefault(word => word is not null) ?? code;

    private string AtField(Problem problem, string[] messages)
    {
        if (Known("Problem." + problem.Code) is { } known && problem.Code != "validation-failed") return known;
        var message = messages.FirstOrDefault() ?? problem.Title ?? "";
        if (message.Contains("required", StringComparison.OrdinalIgnoreCase)) return T["Error.Required"];
        return CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? message : T["Error.Refused"].Value;
    }

    // The API names fields of its request ("person.birthDate", "ratings[0].level"), the form its own: the last part is the same.
    private string FieldOf(string apiField)
    {
        if (ModelState.Keys.FirstOrDefault(key => string.Equals(key, apiField, StringComparison.OrdinalIgnoreCase)) is { } same) return same;
        var last = apiField.Split('.')[^1].Split('[')[0];
        return ModelState.Keys.FirstOrDefault(key => string.Equals(key.Split('.')[^1].Split('[')[0], last, StringComparison.OrdinalIgnoreCase)) ?? "";
    }

    private string? Known(string key) => T[key] is { ResourceNotFound: false } found ? found.Value : null;
}
