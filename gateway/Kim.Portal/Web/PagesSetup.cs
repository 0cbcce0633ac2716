using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kim.Portal.Resources;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Kim.Portal.Web;

/// <summary>Razor Pages with the house's rules: German first, strict cookies, antiforgery on every form (a default of Razor Pages).</summary>
public static class PagesSetup
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static void AddPortalPages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddRazorPages(pages => pages.Conventions.AllowAnonymousToFolder("/Info"))
            .AddMvcOptions(mvc =>
            {
                mvc.Filters.Add<ApiFailures>();
                mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                mvc.ModelMetadataDetailsProviders.Add(new RequiredInOurWords());
            })
            .AddDataAnnotationsLocalization(options => options.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Texts)))
            .AddCookieTempDataProvider(options => options.Cookie.Name = "__Host-kim-note");
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingInOurWords>();
        // Secure is added by the cookie policy below: antiforgery itself would refuse plain HTTP, which localhost uses.
        services.AddAntiforgery(options => options.Cookie.Name = "__Host-kim-form");
        services.Configure<CookiePolicyOptions>(options =>
        {
            options.Secure = CookieSecurePolicy.Always;
            options.HttpOnly = HttpOnlyPolicy.Always;
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
    }

    /// <summary>Dates and numbers stay German; only the words follow the chosen language.</summary>
    public static void UsePortalLanguage(this WebApplication app)
    {
        var options = new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(German, German),
            SupportedCultures = [German],
            SupportedUICultures = [CultureInfo.GetCultureInfo("de"), CultureInfo.GetCultureInfo("en")],
        };
        options.RequestCultureProviders =
        [
            new CookieRequestCultureProvider { Options = options, CookieName = LanguageCookie },
            new AcceptLanguageHeaderRequestCultureProvider { Options = options },
        ];
        app.UseRequestLocalization(options);
    }

    public const string LanguageCookie = "__Host-kim-language";

    // The framework's own sentences are English.
    private sealed class RequiredInOurWords : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var required in context.ValidationMetadata.ValidatorMetadata.OfType<RequiredAttribute>()) required.ErrorMessage ??= "Error.Required";
            foreach (var length in context.ValidationMetadata.ValidatorMetadata.OfType<StringLengthAttribute>()) length.ErrorMessage ??= "Error.Length";
            foreach (var range in context.ValidationMetadata.ValidatorMetadata.OfType<RangeAttribute>()) range.ErrorMessage ??= "Error.Range";
        }
    }

    private sealed class BindingInOurWords(IStringLocalizer<Texts> texts) : IConfigureOptions<MvcOptions>
    {
        public void Configure(MvcOptions options)
        {
            var messages = options.ModelBindingMessageProvider;
            messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["Error.Form"]);
            messages.SetUnknownValueIsInvalidAccessor(_ => texts["Error.Form"]);
            messages.SetValueIsInvalidAccessor(_ => texts["Error.Form"]);
            messages.SetValueMustBeANumberAccessor(_ => texts["Error.Number"]);
            messages.SetValueMustNotBeNullAccessor(_ => texts["Error.Required"]);
        }
    }
}
