using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace StudyGroup.Web.Shell;

/// <summary>The words that the browser's scripts show, as JSON in the language of the page; made once for each language.</summary>
public sealed class ScriptWords(IStringLocalizer<ScriptTexts> text)
{
    private readonly ConcurrentDictionary<string, string> byLanguage = new();

    public string Json => byLanguage.GetOrAdd(
        CultureInfo.CurrentUICulture.Name,
        _ => JsonSerializer.Serialize(text.GetAllStrings(includeParentCultures: true).ToDictionary(word => word.Name, word => word.Value)));
}
