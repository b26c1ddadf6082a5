@ODataClient("crm.csdl.xml")
package com.acme.crm;

import dev.lathe.ODataClient;
