using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace GmConnect.Web.Ui;

/// <summary>
/// The languages the service speaks: add one here and its .resx files beside the English ones. Words live in
/// resources named for a marker class: the shell's in <see cref="Texts"/>, a feature's in its own folder
/// (<c>Citizen/Stories/StoryTexts.cs</c> and <c>StoryTexts.resx</c>, read through <c>IStringLocalizer&lt;StoryTexts&gt;</c>),
/// a refusal's in <c>Ui/Refusals/{Feature}.resx</c> under the refusal's type name.
/// </summary>
public static class Languages
{
    public static readonly IReadOnlyList<CultureInfo> Offered = [CultureInfo.GetCultureInfo("en-GB")];

    public static string Direction => CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    public static void Offer(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(Offered[0]);
        options.SupportedCultures = [.. Offered];
        options.SupportedUICultures = [.. Offered];
        // Never by query string: a link must not change the reader's language.
        options.RequestCultureProviders = [new CookieRequestCultureProvider { CookieName = "gm-connect-language" }, new AcceptLanguageHeaderRequestCultureProvider()];
    }
}
