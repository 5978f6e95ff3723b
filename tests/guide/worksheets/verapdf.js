// Checks PDF files against PDF/UA-1 with veraPDF and prints, separated by tabs: the file, whether it passes, the number
// of checks; then for each failed check the file, the rule and what is wrong.
// Run by verapdf.py in Rhino, which the jar brings: so a Java runtime is enough, no compiler is needed.
var vera = Packages.org.verapdf;
var Profiles = vera.pdfa.validation.profiles.Profiles;
var flavour = vera.pdfa.flavours.PDFAFlavour.PDFUA_1;
java.util.logging.LogManager.getLogManager().reset();
vera.gf.foundry.VeraGreenfieldFoundryProvider.initialise();

// The rules are in the jar, but what would read them (JAXB) is not: so the XML is read here.
function readProfile() {
  var place = java.lang.Class.forName('org.verapdf.pdfa.Foundries');
  var stream = place.getResourceAsStream('/org/verapdf/pdfa/validation/PDFUA-1.xml');
  var root = Packages.javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
  var text = function (node, name) {
    var found = node.getElementsByTagName(name);
    return found.getLength() ? found.item(0).getTextContent() : '';
  };
  var rules = new java.util.HashSet();
  var nodes = root.getElementsByTagName('rule');
  for (var i = 0; i < nodes.getLength(); i++) {
    var node = nodes.item(i);
    var id = node.getElementsByTagName('id').item(0);
    var specification = vera.pdfa.flavours.PDFAFlavour.Specification.valueOf(id.getAttribute('specification'));
    var ruleId = Profiles.ruleIdFromValues(specification, id.getAttribute('clause'), parseInt(id.getAttribute('testNumber'), 10));
    var deferred = node.getAttribute('deferred') == 'true' ? java.lang.Boolean.TRUE : null;
    var error = Profiles.errorFromValues(text(node, 'message'), new java.util.ArrayList());
    rules.add(Profiles.ruleFromValues(ruleId, node.getAttribute('object'), deferred, node.getAttribute('tags'),
      text(node, 'description'), text(node, 'test'), error, new java.util.ArrayList()));
  }
  var variables = new java.util.HashSet();
  nodes = root.getElementsByTagName('variable');
  for (i = 0; i < nodes.getLength(); i++) {
    node = nodes.item(i);
    variables.add(Profiles.variableFromValues(node.getAttribute('name'), node.getAttribute('object'), text(node, 'defaultValue'), text(node, 'value')));
  }
  if (rules.size() < 100) throw new Error('only ' + rules.size() + ' rules of PDF/UA-1 were read');
  var details = Profiles.profileDetailsFromValues('PDF/UA-1', '', '', new java.util.Date());
  return Profiles.profileFromValues(flavour, details, '', rules, variables);
}

var profile = readProfile();
for (var i = 0; i < arguments.length; i++) {
  var foundry = vera.pdfa.Foundries.defaultInstance();
  var parser = foundry.createParser(new java.io.File(arguments[i]), flavour);
  var validator = foundry.createValidator(profile, false);
  var result = validator.validate(parser);
  print([arguments[i], result.isCompliant() ? 'passes' : 'fails', result.getTotalAssertions()].join('\t'));
  var faults = result.getTestAssertions();
  for (var k = 0; k < faults.size(); k++) {
    var fault = faults.get(k);
    var rule = fault.getRuleId().getClause() + '-' + fault.getRuleId().getTestNumber();
    print([arguments[i], rule, fault.getMessage()].join('\t'));
  }
  parser.close();
  validator.close();
}
