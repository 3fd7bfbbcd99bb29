using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace StudyGroup.Web.Shell;

/// <summary>The words that the browser's scripts show, in the language of the page; made and encoded once for each language, since every page carries them.</summary>
public sealed class ScriptWords(IStringLocalizer<ScriptTexts> text)
{
    private readonly ConcurrentDictionary<string, MarkupString> byLanguage = new();

    /// <summary>A <c>meta</c> element with the words as JSON.</summary>
    public MarkupString Meta => byLanguage.GetOrAdd(
        CultureInfo.CurrentUICulture.Name,
        _ => new MarkupString($"<meta name=\"words\" content=\"{HtmlEncoder.Default.Encode(Json())}\">"));

    private string Json() =>
        JsonSerializer.Serialize(text.GetAllStrings(includeParentCultures: true).ToDictionary(word => word.Name, word => word.Value));
}
