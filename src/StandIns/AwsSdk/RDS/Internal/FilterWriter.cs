using Amazon.RDS.Model;
using Amazon.Runtime;

namespace Amazon.RDS.Internal;

internal static class FilterWriter
{
    public static void Write(QueryForm form, Filter filter)
    {
        form.Add("Name", filter.Name);
        form.AddList("Values", "Value", filter.Values);
    }
}
